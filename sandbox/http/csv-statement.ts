import type { Hono } from 'hono'
import { StatementV1 } from '../../contract/statements'
import { statementCsv } from '../domain/statements/statement-csv'

/** `accept: text/csv` writes a V1 statement as CSV; everything else is answered in JSON, PDF too. */
export function csvStatement(app: Hono, path: string): void {
  app.get(path, async (c, next) => {
    await next()
    if (c.res.status !== 200 || !/^text\/csv\b/i.test(c.req.header('accept') ?? '')) return
    const statement = StatementV1.safeParse(await c.res.clone().json())
    if (!statement.success) return
    const headers = new Headers(c.res.headers)
    headers.set('content-type', 'text/csv; charset=utf-8')
    c.res = new Response(statementCsv(statement.data), { headers })
  })
}
