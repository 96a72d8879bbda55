import { config } from 'zod'

// Imported before anything that declares a schema: zod would otherwise try to compile checks with `eval`, which the
// content security policy forbids.
config({ jitless: true })
