import type { Route } from '../http/openapi.ts'
import { CONTENT } from './api/content.ts'
import { CUSTOMERS } from './api/customers.ts'
import { HISTORY } from './api/history.ts'
import { MAPS } from './api/maps.ts'
import { UPKEEP } from './api/upkeep.ts'
import { WORKSHOP } from './api/workshop.ts'

/** Every route; `health.test` holds this list to what is really served. */
export const API: readonly Route[] = [...MAPS, ...CONTENT, ...CUSTOMERS, ...HISTORY, ...WORKSHOP, ...UPKEEP]
