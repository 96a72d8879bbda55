import { config } from 'zod/v4/core'

// Imported before anything that declares a schema: zod would otherwise try to compile checks with `eval`, which the
// content security policy forbids.
config({ jitless: true })
