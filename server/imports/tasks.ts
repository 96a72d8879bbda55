import { planRestore } from '../history/planRestore.ts'
import { planImport } from './planImport.ts'
import { prepareMap } from './prepareMap.ts'

/** What can be done on a thread of its own: functions of plain data. */
export const TASKS = { planImport, planRestore, prepareMap }

export type Tasks = typeof TASKS
