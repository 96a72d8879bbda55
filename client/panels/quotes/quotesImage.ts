import styles from './quotes.module.css'

/** Shows under the pointer what is dragged: the beginning of a quote, and how many there are. */
export function setQuotesImage(data: DataTransfer, count: number, words: string): void {
  const image = document.createElement('div')
  image.className = styles.dragged ?? ''
  image.textContent = words
  if (count > 1) {
    const badge = document.createElement('b')
    badge.textContent = count.toLocaleString('en-GB')
    image.append(badge)
  }
  document.body.append(image)
  data.setDragImage(image, 16, 16)
  // The browser takes the picture after this turn.
  setTimeout(() => image.remove())
}
