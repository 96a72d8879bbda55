/** Every limit of one map, with its unit and its reason. */

/** UTF-16 code units of a one-line title: more is no title, and one card could fill the screen. */
export const TITLE = 1_000
/** UTF-16 code units of a name, a channel, a score: one line in a list. */
export const NAME = 300
/** UTF-16 code units of a longer text that people type together. */
export const DETAILS = 50_000
/** UTF-16 code units of one quote: the longest real narratives seen have about 20,000. */
export const WORDS = 200_000
/** UTF-16 code units of a colour in any notation. */
export const COLOR = 32

/** Touchpoints on one map: ten times what was ever drawn on a wall. */
export const MAX_TOUCHPOINTS = 20_000
/** Quotes on one map: years of a large survey. */
export const MAX_QUOTES = 100_000
/** Records of any other one kind. */
export const MAX_RECORDS = 200_000
/** Bytes of one map's encoded document: what a phone can hold and a frame can carry. */
export const MAX_ENCODED = 32 * 1024 * 1024
/** Bytes of a request's body that brings a map or a file of quotes. */
export const MAX_BODY = 64 * 1024 * 1024
/** Bytes of any other request's body: names, links, one quote. */
export const MAX_SMALL_BODY = 1024 * 1024
/** Bytes of one picture as it is sent: a photograph as a phone makes it. */
export const MAX_PICTURE = 5 * 1024 * 1024
/** Bytes of all pictures of one map as they are kept: as text they still fit into a body that brings a map. */
export const MAX_PICTURES = 40 * 1024 * 1024
/** UTF-16 code units of a version's name: it stands in one line. */
export const VERSION_NAME = 120
