import { MAX_ENCODED } from '#shared/model/limits.ts'

/** Every limit and pause of connections and rooms, with its unit and its reason. */

/** Bytes of one frame: a map as large as a map may be comes in one. */
export const FRAME = MAX_ENCODED

/** Bytes beyond a full map for the server's own edits: marks of what was deleted, a note from a phone. */
export const OWN_ROOM = 1024 * 1024

/** Connections to one map: a large audience; each of them is told of every change. */
export const CONNECTIONS_PER_MAP = 3_000
/** Connections in all: some tens of kilobytes of memory for each. */
export const CONNECTIONS = 20_000
/** Sockets that one address may open: a workshop behind one address that returns after a restart, twice over. */
export const UPGRADES = { burst: 5_000, perSecond: 100 }
/** Addresses that each rate remembers: some hundred bytes each. Beyond, those that were quiet longest are forgotten. */
export const ADDRESSES = 10_000
/** Tokens from one address that nobody ever made: a mangled link is tried a few times, not a hundred. */
export const GUESSES = { burst: 100, perSecond: 1 }
/** Tokens remembered that were good, so that guessing beside them shuts nobody out: a workshop ten times over. */
export const GENUINE = 10_000
/** Lines in the log about sockets from one address that were turned away: enough to see why, too few to fill a disk. */
export const REFUSALS_TOLD = { burst: 20, perSecond: 0.1 }
/** Bytes of one frame from a socket that was turned away: it is read only so that its close can come. */
export const REFUSED_FRAME = 1024
/** Milliseconds that it gets to answer the close. */
export const REFUSED_PATIENCE = 5_000
/** Bytes of frames from one connection: a whole map two times at once, then more than anybody types, pastes or drags. */
export const FRAMES = { burst: 2 * FRAME + 1024 * 1024, perSecond: 1024 * 1024 }
/** Bytes that each frame counts at least: reading a small one takes as long as receiving so many. */
export const FRAME_COST = 128

/** Updates and their bytes that newcomers get behind an encoding of before: beyond, encoding anew is cheaper. */
export const SINCE_UPDATES = 1_000
export const SINCE_BYTES = 1024 * 1024

/** Bytes that may wait to be sent to one reader: two whole maps. Beyond, the reader is too slow to follow. */
export const BACKLOG = 64 * 1024 * 1024
/** Bytes that may wait while presence is still sent: beyond, a reader is a second behind and needs only the newest. */
export const ROOM_FOR_PRESENCE = 64 * 1024
/** Bytes of one connection's frames that are held while its room is busy with an edit of the server's own. */
export const HELD = 64 * 1024 * 1024
/** Barriers that wait for one connection's resync; a client has one or two under way. */
export const HELD_BARRIERS = 100

/** Bytes of one awareness state as JSON: a name, a cursor and two hundred selected ids take a third of it. */
export const AWARENESS_STATE = 16 * 1024
/** Levels of nesting in an awareness state: browsers compare states recursively, and a deep one overflows their stack. */
export const AWARENESS_DEPTH = 16
/** Clients in one awareness message: the stock client repeats everybody who is in the room. */
export const AWARENESS_CLIENTS = 10_000
/** Ids remembered of people who left, so that a late echo does not bring them back; the oldest are forgotten. */
export const AWARENESS_GONE = 10_000
/** Milliseconds after which others know at the latest that a connection closed, however rarely presence is told. */
export const GONE_WITHIN = 50
/** Milliseconds in which those who returned to a room share one round of everybody saying again that they are here. */
export const AWARENESS_RENEWAL = 1_000

/** Milliseconds between two places of a presentation that everybody is told: nobody sees more, and a stuck key sends many. */
export const PLACE_EVERY = 30
/** Milliseconds in which those who begin to follow, or stop, are told of together. */
export const FOLLOWERS_EVERY = 1_000
/** Milliseconds between two times that one person may ask for the lead. */
export const ASK_EVERY = 5_000
/** Milliseconds that the lead waits for a leader whose last connection closed: a reload on a slow line. */
export const LEAD_GRACE = 10_000

/** Steps of looking at what lies between an item's neighbours, for one frame: a twentieth of a second, a thousand times what typing takes. */
export const ORDER_STEPS = 3_000_000
/** Levels of nesting in one value: a row of a table has one, and every reader goes down by recursion. */
export const VALUE_DEPTH = 64
/** Shared types within each other: a map has a text in a record in a root. */
export const TYPE_DEPTH = 16
/** Client ids remembered of changes that a lock refused; the oldest are forgotten. */
export const BARRED = 10_000

/** Milliseconds between messages that keep a quiet connection alive: the stock client gives up after 30 s, proxies after 60. */
export const KEEP_ALIVE_EVERY = 12_000
/** Milliseconds between looks at which sockets have their turn: as exact as either of the two needs to be. */
export const PULSE = 1_000
/** Milliseconds without a sign of life: two pings unanswered and time for a third. A half-open socket is gone within 45 s. */
export const SILENCE = 33_000

/** Milliseconds before the first and between later attempts to write to a disk that fails. */
export const RETRY_FIRST = 250
export const RETRY_LONGEST = 15_000

/** Bytes of edits to one map that wait for a disk that fails or is slow; later ones wait in people's browsers. */
export const UNSAVED = 32 * 1024 * 1024

/** Milliseconds that a room nobody uses stays in memory: a reload of the page finds it again. */
export const IDLE = 10_000
/** Milliseconds that a map as it was read from the disk is kept for the next who comes: a class opens its link together. */
export const STORED_KEPT = 5_000
/** Log entries and bytes since the snapshot that make compaction worth while: both load in some tens of milliseconds. */
export const TAIL_ENTRIES = 500
export const TAIL_BYTES = 4 * 1024 * 1024
/** How many times as much makes it worth while under people who edit: they go on for weeks, and a server can be killed. */
export const TAIL_WHILE_EDITED = 4

/** Milliseconds over which sockets are closed when the server leaves, so that not all return in one moment. */
export const LEAVE_OVER = 2_000
/** Milliseconds that leaving waits for a disk that fails. What is not written then is still in people's browsers. */
export const LEAVE_PATIENCE = 5_000
/** Milliseconds that a client gets to answer a close when the server leaves; over any network that works it takes less. */
export const CLOSE_PATIENCE = 2_000
