import { SlidersHorizontal } from 'lucide-react'
import { t } from '@/components/text'
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import type { TableModel } from './table-model'

/** Which columns a list shows, as the person likes it. */
export function ColumnChoice<Row extends object>({ table }: { table: TableModel<Row> }) {
  const choices = table.getAllLeafColumns().filter((column) => column.getCanHide())
  if (choices.length === 0) return null
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={t('columns')}
        className="grid size-7 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
      >
        <SlidersHorizontal aria-hidden className="size-3.5" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuLabel>{t('showColumns')}</DropdownMenuLabel>
        {choices.map((column) => (
          <DropdownMenuCheckboxItem
            key={column.id}
            checked={column.getIsVisible()}
            onCheckedChange={(shown) => column.toggleVisibility(shown)}
            // Several are chosen in one go.
            onSelect={(event) => event.preventDefault()}
          >
            {String(column.columnDef.header)}
          </DropdownMenuCheckboxItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
