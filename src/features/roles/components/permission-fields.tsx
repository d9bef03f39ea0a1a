import { useController } from 'react-hook-form'
import type { Permission } from '#contract/permissions'
import { useAccess } from '@/api/access'
import { Checkbox } from '@/components/ui/checkbox'
import { permissionTitle } from '@/lib/permission-words'
import type { RoleForm } from '../forms/role-form'
import { grouped, toggled } from '../permission-groups'
import { t } from '../text'

/** Every permission by its group. What one lacks oneself is there and off: nobody gives what they lack. */
export function PermissionFields() {
  const { may } = useAccess()
  const { field } = useController<RoleForm, 'permissions'>({ name: 'permissions' })
  const change = (permission: Permission, on: boolean) => field.onChange(toggled(field.value, permission, on, may))
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-lead">{t('permissions')}</legend>
      <p className="mt-1 text-ink-soft text-small">{t('permissionsHint')}</p>
      {grouped.map(({ group, permissions }) => (
        <fieldset key={group} className="mt-5 min-w-0 border-rule border-t pt-3">
          <legend className="float-left mb-2 w-full font-medium text-small">{t(`group.${group}`)}</legend>
          <div className="clear-both grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {permissions.map((permission) => (
              <Checkbox
                key={permission}
                label={permissionTitle(permission)}
                checked={field.value.includes(permission)}
                reason={may(permission) ? undefined : t('lackYourself')}
                onChange={(event) => change(permission, event.target.checked)}
                onBlur={field.onBlur}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  )
}
