import { type FormEvent, useId, useState } from 'react'
import type { ConsolePerson, ConsoleRole } from '#contract/console/roles'
import { useAccess } from '@/api/access'
import { toast } from '@/components/feedback/toast'
import { describedBy, FieldFrame } from '@/components/form/field-frame'
import { FormFailure } from '@/components/form/form-failure'
import { Button } from '@/components/ui/button'
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { aboutRole } from '../about-role'
import { assignSentences } from '../messages'
import { useAssignRole } from '../mutations'
import { givable } from '../permissions'
import { t } from '../text'

type Props = { person: ConsolePerson; roles: readonly ConsoleRole[]; onClose: () => void }

/** Gives a person another role in place of the present one. */
export function AssignDialog({ person: { name, credentials, role: present }, roles, onClose }: Props) {
  const id = useId()
  const assign = useAssignRole()
  const choices = givable(useAccess(), roles)
  const [chosen, setChosen] = useState(present.id)
  const role = roles.find((each) => each.id === chosen)
  const beyond = choices.some(({ may }) => !may)
  const send = () =>
    assign.mutate(
      { params: { user_id: credentials.id }, body: { role: chosen } },
      {
        onSuccess: () => {
          toast.success(t('assigned', { name, role: role?.name ?? chosen }))
          onClose()
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!assign.isPending) send()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && !assign.isPending && onClose()}>
      <DialogContent>
        <DialogTitle>{t('assignTitle', { name })}</DialogTitle>
        <DialogDescription>{t('assignText', { name })}</DialogDescription>
        <form className="mt-4 space-y-4" onSubmit={submit}>
          <FieldFrame id={id} label={t('role')} hint={beyond ? t('roleBeyondHint') : undefined} required>
            <Select
              id={id}
              value={chosen}
              aria-describedby={describedBy(id, { hint: beyond })}
              onChange={(event) => setChosen(event.target.value)}
            >
              {choices.map(({ role: { id: value, name: label }, may }) => (
                <option key={value} value={value} disabled={!may}>
                  {may ? label : t('roleBeyond', { name: label })}
                </option>
              ))}
            </Select>
          </FieldFrame>
          {role && <p className="text-ink-soft text-small">{aboutRole(role)}</p>}
          <FormFailure error={assign.error} rest={[]} sentences={assignSentences()} onCheckAgain={send} />
          <DialogFooter>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button type="submit" variant="primary" busy={assign.isPending}>
              {t('assignSubmit')}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
