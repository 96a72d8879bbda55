// The benchmark leaves what is to be shown in `window.plan`, and asks the board to show a part of it by `window.board`.
const SYSTEMS = {
  flow: () => import('./flow.jsx'),
  excalidraw: () => import('./excalidraw.jsx'),
  tldraw: () => import('./tldraw.jsx'),
}

const { plan } = window
const options = new URLSearchParams(window.location.search)
const element = document.getElementById('board')
for (const [side, pixels] of Object.entries(plan.box)) element.style[side] = `${pixels}px`
const { show } = await SYSTEMS[options.get('system')]()
window.board = await show(element, plan, options)
// Painted, and the next frame as well.
requestAnimationFrame(() => requestAnimationFrame(() => element.setAttribute('data-ready', 'true')))
