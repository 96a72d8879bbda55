import { main } from '../../../server/main.ts'

// Without `server/start.js`, which builds the client first: most measurements never load a page.
await main()
