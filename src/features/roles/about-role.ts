import { type ReadyRoleId, readyRoleIds } from '#contract/console/ready-roles'
import type { ConsoleRole } from '#contract/console/roles'
import { t } from './text'

const isReady = (id: string): id is ReadyRoleId => readyRoleIds.some((ready) => ready === id)

/** What a role is for: ready ones are described here, others by whoever made them. */
export const aboutRole = ({ id, description }: Pick<ConsoleRole, 'id' | 'description'>): string =>
  isReady(id) ? t(`about.${id}`) : description || t('noAbout')
