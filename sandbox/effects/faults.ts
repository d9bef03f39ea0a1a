/** A failure ordered through the control plane for the next calls of one operation. */
export type FaultOrder = {
  operation: string
  /** `before`: nothing happens; `after`: the work is done, the answer is lost. */
  when: 'before' | 'after'
  status: number
  /** How many calls it hits. */
  times: number
}
export type Faults = {
  order: (fault: FaultOrder) => void
  take: (operation: string) => { when: 'before' | 'after'; answer: () => Response } | undefined
  clear: () => void
}

/** Faults live in memory: they are an aid for tests and demos, not state of the bank. */
export function createFaults(): Faults {
  let orders: FaultOrder[] = []
  return {
    order: (fault) => orders.push({ ...fault }),
    clear: () => {
      orders = []
    },
    take(operation) {
      const order = orders.find((o) => o.operation === operation && o.times > 0)
      if (!order) return undefined
      order.times -= 1
      return { when: order.when, answer: () => new Response(null, { status: order.status }) }
    },
  }
}
