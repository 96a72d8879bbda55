import { planRestore } from '../history/planRestore.ts'
import { scrubMap } from '../privacy/scrubMap.ts'
import { planImport } from './planImport.ts'
import { prepareMap } from './prepareMap.ts'

/** What can be done on a thread of its own: functions of plain data. */
export const TASKS = { planImport, planRestore, prepareMap, scrubMap }

export type Tasks = typeof TASKS
