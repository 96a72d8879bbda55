import { checkLint, checkTypes, report } from './checks.ts'

const checks = await Promise.all([checkTypes(), checkLint()])
for (const check of checks) report(check)
process.exitCode = checks.every(check => check.ok) ? 0 : 1
