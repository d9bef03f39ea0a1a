import type { Endpoint } from '../../contract/endpoint'
import { decodeQuery } from '../../contract/wire'
import { refusal } from '../http/answers'
import type { CallUpstream } from '../upstream/call-upstream'
import type { ProxyCall } from './guard'

/** As many rows as the Multi API answers at once, and as many calls at a time as it is asked. */
const PAGE = 100
const AT_ONCE = 4
/** More than so many rows are not read for one page: the list must be asked for a shorter time, or for less. */
const MOST_ROWS = 20_000
export const TOO_LONG = 422

type Call = Pick<ProxyCall, 'ep' | 'params' | 'query' | 'session'>
type Rows = { rows: unknown[]; count: number }

/**
 * What is left of a list when the rows that must not be seen are taken out, in the caller's own window of it. `first` is
 * what the Multi API answered the caller: it is one page of many. The others are read too: how many rows are left, and at
 * which of them the window begins, is known only when all have been looked at. A response where a page is refused.
 */
export async function listWithout(
  callUpstream: CallUpstream,
  call: Call,
  first: unknown,
  key: string,
  keep: (rows: unknown[]) => Promise<unknown[]>,
): Promise<Record<string, unknown> | Response> {
  const asked = windowOf(call)
  const answered = rowsOf(first, key)
  const whole = answered.rows.length === answered.count
  const all = whole ? answered.rows : await readAll(callUpstream, call, key)
  if (all instanceof Response) return all
  const left = await keep(all)
  // Where the caller names no limit, the Multi API has just shown its own.
  const limit = asked.limit ?? Math.max(answered.rows.length, PAGE)
  const page = whole && asked.offset === 0 ? left.slice(0, limit) : left.slice(asked.offset, asked.offset + limit)
  return { [key]: page, count: left.length, responseCount: page.length }
}

async function readAll(callUpstream: CallUpstream, call: Call, key: string): Promise<unknown[] | Response> {
  const read = async (offset: number): Promise<Rows | Response> => {
    const query = { ...decodeQuery(call.ep, call.query), offset, limit: PAGE }
    const ep: Endpoint = call.ep
    const answer = await callUpstream(ep, { params: call.params, query }, call.session.token)
    return answer.ok ? rowsOf(await answer.json(), key) : answer
  }
  const first = await read(0)
  if (first instanceof Response) return first
  if (first.count > MOST_ROWS) {
    return refusal(TOO_LONG, 'LIST_TOO_LONG', 'The list is too long for a role that hides part of it: narrow it down.')
  }
  const offsets = Array.from({ length: Math.ceil(first.count / PAGE) }, (_, index) => index * PAGE).slice(1)
  const rows = [...first.rows]
  while (offsets.length > 0) {
    for (const page of await Promise.all(offsets.splice(0, AT_ONCE).map(read))) {
      if (page instanceof Response) return page
      rows.push(...page.rows)
    }
  }
  return rows
}

function windowOf({ ep, query }: Call): { offset: number; limit: number | undefined } {
  const { offset, limit } = decodeQuery(ep, query)
  return { offset: typeof offset === 'number' ? offset : 0, limit: typeof limit === 'number' ? limit : undefined }
}

/** A list that is none of the documented form is shown to nobody from whom something is hidden. */
function rowsOf(answer: unknown, key: string): Rows {
  const list = typeof answer === 'object' && answer !== null ? new Map(Object.entries(answer)) : new Map()
  const [rows, count] = [list.get(key), list.get('count')]
  if (!Array.isArray(rows) || typeof count !== 'number') throw new Error(`A list has no ${key} and count.`)
  return { rows, count }
}
