import type { Permission } from '#contract/permissions'
import { StateShape } from '@/components/feedback/state-shape'
import { Definitions } from '@/components/layout/definition-list'
import { permissionTitle } from '@/lib/permission-words'
import { grouped } from '../permission-groups'
import { t } from '../text'

/** One role's permissions: what it may first, then what it may not, by group. */
export function PermissionList({ held }: { held: readonly Permission[] }) {
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-6 text-ink-soft text-small">
        {[true, false].map((on) => (
          <span key={String(on)} className="flex items-baseline gap-2.5">
            <Mark on={on} />
            {t(on ? 'mayYes' : 'myNot')}
          </span>
        ))}
      </p>
      <Definitions
        items={grouped.map(({ group, permissions }) => ({
          term: t(`group.${group}`),
          description: (
            <ul>
              {permissions
                .toSorted((a, b) => Number(held.includes(b)) - Number(held.includes(a)))
                .map((permission) => (
                  <Line key={permission} permission={permission} on={held.includes(permission)} />
                ))}
            </ul>
          ),
        }))}
      />
    </>
  )
}

const Mark = ({ on }: { on: boolean }) => (
  <StateShape tone={on ? 'good' : 'neutral'} className={on ? 'text-good' : 'text-ink-faint'} />
)

function Line({ permission, on }: { permission: Permission; on: boolean }) {
  return (
    <li className={`flex items-baseline gap-2.5 ${on ? '' : 'text-ink-soft'}`}>
      <Mark on={on} />
      <span>
        <span className="sr-only">{t(on ? 'mayYes' : 'myNot')}: </span>
        {permissionTitle(permission)}
      </span>
    </li>
  )
}
