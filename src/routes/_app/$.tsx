import { createFileRoute } from '@tanstack/react-router'
import { NowherePage } from '@/app/nowhere-page'

/** Every address that leads nowhere: said inside the console, where the way on is in sight. */
export const Route = createFileRoute('/_app/$')({ component: NowherePage })
