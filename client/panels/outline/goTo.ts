/** Goes to the heading of a record: into view, and there with the focus. Fragments of addresses are for tokens alone. */
export function goTo(id: string): void {
  const heading = document.getElementById(`outline-${id}`)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
