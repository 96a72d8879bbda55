// What `npm run dev` restarts when a file changes: the server without the client, which Vite serves.
import { main } from '../main.ts'

await main()
