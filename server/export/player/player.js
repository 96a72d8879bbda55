// Presents the scenes of this file. It is put into the file as it stands, so it imports nothing and no build knows it.
// Without it the file is a page to be read from top to bottom.

{
  const SIZES = ['S', 'M', 'L', 'XL']
  const SIZE_WORDS = ['Small text', 'Normal text', 'Large text', 'Extra large text']
  const THEMES = ['light', 'dark', 'weak']
  const THEME_WORDS = ['Light', 'Dark', 'Weak projector']
  /** Milliseconds in which figures belong to one number. */
  const TOGETHER = 1_200
  /** Milliseconds without a movement after which the tools leave the room to the slide. */
  const IDLE = 2_500
  /** CSS pixels that a finger moves before it is a swipe. */
  const FAR = 40

  /** @param {string} id */
  const part = id => {
    const found = document.getElementById(id)
    if (!found) throw new Error(`This file lacks its part “${id}”`)
    return found
  }
  const room = part('room')
  const wall = part('wall')
  const heading = part('heading')
  const said = part('said')
  const place = part('place')
  const words = part('words')
  const quotes = part('words-list')
  const black = part('black')
  const tools = part('tools')
  const laser = part('laser')
  const read = part('read')
  const scenes = [...document.querySelectorAll('.scene')]

  let index = 0
  let size = 1
  let theme = 0
  /** @type {'words' | 'black' | null} */
  let over = null
  let shown = ''

  /** @param {Element | undefined} scene */
  const wordsOf = scene => scene?.querySelector('.words-list') ?? null

  const show = () => {
    const scene = scenes[index]
    const shape = window.innerWidth < window.innerHeight ? 'upright' : 'wide'
    const slide = `slide-${index + 1}-${shape}-${SIZES[size]}`
    if (slide !== shown) {
      const template = part(slide)
      if (template instanceof HTMLTemplateElement) wall.replaceChildren(template.content.cloneNode(true))
      wall.dataset.scene = String(index + 1)
      shown = slide
    }
    document.documentElement.dataset.theme = THEMES[theme] ?? 'light'
    place.textContent = `${index + 1} / ${scenes.length}`
    heading.textContent = scene?.querySelector('h2')?.textContent ?? ''
    const now = over === 'black' ? 'The wall is black.' : (scene?.getAttribute('data-said') ?? '')
    // Written only when it is another, for what is written is read out.
    if (said.textContent !== now) said.textContent = now
    black.hidden = over !== 'black'
    const has = wordsOf(scene) !== null
    for (const [name, can] of /** @type {const} */ ([
      ['previous', index > 0],
      ['next', index < scenes.length - 1],
      ['down', has],
      ['smaller', size > 0],
      ['larger', size < SIZES.length - 1],
    ])) {
      const button = tools.querySelector(`[data-do="${name}"]`)
      if (button instanceof HTMLButtonElement) button.setAttribute('aria-disabled', String(!can))
    }
    name('colours', `Colours: ${THEME_WORDS[theme]}`)
    name('smaller', `Smaller text, now: ${SIZE_WORDS[size]}`)
    name('larger', `Larger text, now: ${SIZE_WORDS[size]}`)
    showWords(over === 'words' ? scene : undefined)
  }

  /** @param {string} action @param {string} label */
  const name = (action, label) => {
    const button = tools.querySelector(`[data-do="${action}"]`)
    button?.setAttribute('aria-label', label)
    button?.setAttribute('title', label)
  }

  /** @param {Element | undefined} scene */
  const showWords = scene => {
    const isOpen = scene !== undefined
    if (words.hidden === !isOpen) return
    words.hidden = !isOpen
    if (!scene) return room.focus()
    const claim = scene.querySelector('.claim')?.textContent || scene.querySelector('h2')?.textContent || ''
    part('words-claim').textContent = claim
    part('words-counts').textContent = scene.querySelector('.counts')?.textContent ?? ''
    words.setAttribute('aria-label', `What customers said: ${claim}`)
    quotes.replaceChildren(...[...(wordsOf(scene)?.children ?? [])].map(one => one.cloneNode(true)))
    quotes.scrollTop = 0
    quotes.focus()
  }

  /** @param {number} to */
  const go = to => {
    index = Math.max(0, Math.min(to, scenes.length - 1))
    over = null
    show()
    // So that loading again comes back here. Not every browser lets a file do so.
    try {
      history.replaceState(null, '', `#${index + 1}`)
    } catch {}
  }
  /** @param {1 | -1} by */
  const step = by => {
    if (over === 'black') {
      over = null
      show()
    } else go(index + by)
  }
  /** @param {typeof over} what */
  const turn = what => {
    over = what
    show()
  }
  /** All scenes, to be read and to go to one of them; or the room again. @param {boolean} isOpen */
  const list = isOpen => {
    read.hidden = !isOpen
    room.hidden = isOpen
    for (const [at, scene] of scenes.entries()) {
      const button = scene.querySelector('h2 button')
      if (at === index) button?.setAttribute('aria-current', 'step')
      else button?.removeAttribute('aria-current')
    }
    const now = scenes[index]?.querySelector('h2 button')
    if (!isOpen) room.focus()
    else if (now instanceof HTMLElement) now.focus()
  }
  for (const [at, scene] of scenes.entries()) {
    const name = scene.querySelector('h2')
    if (!name) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...name.childNodes)
    button.addEventListener('click', () => {
      go(at)
      list(false)
    })
    name.append(button)
  }
  const isFull = () => document.fullscreenElement !== null

  /** @type {Record<string, () => void>} */
  const actions = {
    next: () => step(1),
    previous: () => step(-1),
    first: () => go(0),
    last: () => go(scenes.length - 1),
    down: () => (wordsOf(scenes[index]) ? turn('words') : undefined),
    up: () => turn(null),
    black: () => turn(over === 'black' ? null : 'black'),
    larger: () => {
      size = Math.min(size + 1, SIZES.length - 1)
      show()
    },
    smaller: () => {
      size = Math.max(size - 1, 0)
      show()
    },
    list: () => list(true),
    laser: () => {
      laser.hidden = !laser.hidden
      room.toggleAttribute('data-laser', !laser.hidden)
      tools.querySelector('[data-do="laser"]')?.setAttribute('aria-pressed', String(!laser.hidden))
    },
    colours: () => {
      theme = (theme + 1) % THEMES.length
      show()
    },
    fullScreen: () => {
      if (isFull()) void document.exitFullscreen()
      else void document.documentElement.requestFullscreen?.().catch(() => undefined)
    },
  }

  /** @type {Readonly<Record<string, string>>} */
  const KEYS = JSON.parse(room.dataset.keys ?? '{}')

  let figures = ''
  let last = 0
  window.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
    if (room.hidden) {
      if (event.key !== 'Escape' && KEYS[event.key.toLowerCase()] !== 'list') return
      event.preventDefault()
      return list(false)
    }
    if (/^\d$/.test(event.key)) {
      figures = event.timeStamp - last > TOGETHER ? event.key : figures + event.key
      last = event.timeStamp
      return
    }
    const onButton = event.target instanceof Element && event.target.closest('button') !== null
    if (event.key === 'Enter' || event.key === ' ') {
      if (onButton) return
      const number = event.timeStamp - last > TOGETHER ? 0 : Number(figures)
      figures = ''
      if (event.key === 'Enter') {
        event.preventDefault()
        if (number > 0) go(number - 1)
        else actions.down?.()
        return
      }
    }
    const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    // A room has more to offer than a file.
    if (!action || !actions[action]) return
    // Among the words, up and down read on; from the first word up leads back.
    if (over === 'words' && (action === 'down' || (event.key === 'ArrowUp' && quotes.scrollTop > 0))) return
    event.preventDefault()
    actions[action]?.()
  })

  tools.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('[data-do]') : null
    if (button?.getAttribute('aria-disabled') !== 'true') actions[button?.getAttribute('data-do') ?? '']?.()
  })
  part('words-close').addEventListener('click', () => turn(null))

  /** @type {{ x: number, y: number } | null} */
  let from = null
  wall.addEventListener('pointerdown', event => {
    from = event.isPrimary && event.button === 0 ? { x: event.clientX, y: event.clientY } : null
  })
  wall.addEventListener('pointerup', event => {
    const start = from
    from = null
    if (!start || !document.getSelection()?.isCollapsed) return
    const [x, y] = [event.clientX - start.x, event.clientY - start.y]
    if (Math.abs(x) > FAR && Math.abs(x) > Math.abs(y)) step(x < 0 ? 1 : -1)
    else if (y < -FAR) actions.down?.()
    else if (Math.abs(x) <= FAR && Math.abs(y) <= FAR) step(event.clientX < window.innerWidth / 3 ? -1 : 1)
  })
  wall.addEventListener('pointercancel', () => {
    from = null
  })
  black.addEventListener('click', () => turn(null))

  let idle = 0
  const wake = () => {
    tools.dataset.awake = ''
    window.clearTimeout(idle)
    idle = window.setTimeout(() => delete tools.dataset.awake, IDLE)
  }
  window.addEventListener('pointermove', wake)
  window.addEventListener('pointerdown', wake)
  window.addEventListener('resize', show)
  window.addEventListener('hashchange', () => go(Number(location.hash.slice(1)) - 1 || 0))

  window.addEventListener('pointermove', event => {
    laser.style.translate = `${event.clientX}px ${event.clientY}px`
  })

  read.hidden = true
  room.hidden = false
  room.focus()
  go(Number(location.hash.slice(1)) - 1 || 0)
  wake()
}
