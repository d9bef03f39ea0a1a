import type { Endpoint } from '../../contract/endpoint'
import type { LiveEvent } from '../../contract/live'

/** What a successful write tells the identity's other tabs: where it was, and of which thing. */
export function changed(ep: Endpoint, params: Record<string, string>, answer: string): LiveEvent {
  const named = Object.entries(params).find(([name]) => name === 'id' || name.endsWith('_id'))?.[1] ?? idIn(answer)
  return { type: 'changed', section: ep.section, operation: ep.id, ...(named !== undefined && { id: named }) }
}

/** The id of what was made, wherever the operation's answer has it. */
function idIn(answer: string): string | undefined {
  if (answer === '') return undefined
  try {
    const json: unknown = JSON.parse(answer)
    if (typeof json !== 'object' || json === null) return undefined
    const id = 'bulkId' in json ? json.bulkId : 'id' in json ? json.id : undefined
    return typeof id === 'string' ? id : undefined
  } catch {
    return undefined
  }
}
