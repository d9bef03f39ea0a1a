import type { Selectable } from 'kysely'
import type { SandboxDirectorTable } from '../../../storage/schema/onboarding'

/** Somebody who owns or leads a company. */
export type DirectorRow = Selectable<SandboxDirectorTable>
