/** Stands in for `lib0/broadcastchannel`, by which y-websocket would speak to other tabs: ours never does. */
export function subscribe(): void {}
export function unsubscribe(): void {}
export function publish(): void {}
