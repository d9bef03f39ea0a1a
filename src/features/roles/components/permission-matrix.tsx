import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { ConsoleRole } from '#contract/console/roles'
import { StateShape } from '@/components/feedback/state-shape'
import { permissionTitle } from '@/lib/permission-words'
import { grouped } from '../permission-groups'
import { t } from '../text'

const stuck = 'sticky left-0 z-2 bg-paper'

/** Every role beside every other. Wider than a phone: it scrolls in itself, with the keyboard too. */
export function PermissionMatrix({ roles }: { roles: readonly ConsoleRole[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={t('matrixCaption')} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">{t('matrixCaption')}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className={`${stuck} min-w-44 border-ink border-b py-2 pr-4 align-bottom font-normal text-ink-soft text-small`}
            >
              {t('permission')}
            </th>
            {roles.map(({ id, name }) => (
              <th key={id} scope="col" className="border-ink border-b px-2 py-2 align-bottom font-normal text-small">
                <Link
                  to="/roles/$roleId"
                  params={{ roleId: id }}
                  className="inline-block min-h-6 min-w-20 max-w-32 break-words underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
                >
                  {name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grouped.map(({ group, permissions }) => (
            <Fragment key={group}>
              <tr>
                <th scope="colgroup" colSpan={roles.length + 1} className="border-rule border-b pt-5 pb-1 text-left">
                  <span className="sticky left-0 font-medium text-small">{t(`group.${group}`)}</span>
                </th>
              </tr>
              {permissions.map((permission) => (
                <tr key={permission} className="group">
                  <th
                    scope="row"
                    className={`${stuck} border-rule border-b py-2 pr-4 font-normal text-small group-hover:bg-sunken`}
                  >
                    {permissionTitle(permission)}
                  </th>
                  {roles.map(({ id, permissions: held }) => (
                    <td key={id} className="border-rule border-b px-2 py-2 group-hover:bg-sunken">
                      <Mark on={held.includes(permission)} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Mark({ on }: { on: boolean }) {
  return (
    <>
      {on ? (
        <StateShape tone="good" className="text-good" />
      ) : (
        <span aria-hidden className="text-ink-faint">
          –
        </span>
      )}
      <span className="sr-only">{t(on ? 'may' : 'mayNot')}</span>
    </>
  )
}
