import { type FormEvent, useId, useState } from 'react'
import { toast } from '@/components/feedback/toast'
import { FieldFrame } from '@/components/form/field-frame'
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
import { zoneSentences } from '../messages'
import { useSetZone } from '../mutations'
import { t } from '../text'

/** The zone in which days of limits begin and end, for everybody. */
export function ZoneDialog({ zone, onClose }: { zone: string; onClose: () => void }) {
  const id = useId()
  const set = useSetZone()
  const [chosen, setChosen] = useState(zone)
  // The browser lists no zone by the name UTC.
  const zones = [...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
  const send = () =>
    set.mutate(
      { body: { zone: chosen } },
      {
        onSuccess: () => {
          toast.success(t('zoneSaved', { zone: chosen }))
          onClose()
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!set.isPending) send()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && !set.isPending && onClose()}>
      <DialogContent>
        <DialogTitle>{t('zoneTitle')}</DialogTitle>
        <DialogDescription>{t('zoneDialog')}</DialogDescription>
        <form className="mt-4 space-y-4" onSubmit={submit}>
          <FieldFrame id={id} label={t('zoneLabel')} required>
            <Select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
              {zones.map((name) => (
                <option key={name} value={name}>
                  {name.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          </FieldFrame>
          <FormFailure error={set.error} rest={[]} sentences={zoneSentences()} onCheckAgain={send} />
          <DialogFooter>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button type="submit" variant="primary" busy={set.isPending}>
              {t('zoneSubmit')}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
