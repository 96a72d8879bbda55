/** A facilitator link as a small text file that still says in a year what it is. */
export function linkFile(title: string, address: string): { name: string; text: string } {
  const plain = title
    .replace(/[^\p{L}\p{N} -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 60)
    .trim()
  return {
    name: `facilitator link ${plain}`.trim().concat('.txt'),
    text: [
      `Facilitator link of “${title}”`,
      '',
      address,
      '',
      'Whoever has it can edit, share and delete the map. Keep it where only you find it.',
      '',
    ].join('\r\n'),
  }
}
