type Waiting<In, Out> = { one: In; resolve: (out: Out) => void; reject: (error: unknown) => void }

/**
 * Does what comes while the last batch is under way together: of many at once each would wait for a commit of its own, and
 * the disk makes few of them a second. `work` answers what became of each; where it fails, each is tried alone, so that one
 * which cannot be done keeps back no other.
 */
export function inBatches<In, Out>(
  most: number,
  work: (batch: In[]) => Promise<(one: In) => Out>,
): (one: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = []
  let working = false

  async function goOn(): Promise<void> {
    if (working) return
    working = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await together(batch)
    }
    working = false
  }

  async function together(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const resultOf = await work(batch.map(({ one }) => one))
      for (const { one, resolve } of batch) resolve(resultOf(one))
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else for (const one of batch) await together([one])
    }
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      void goOn()
    })
}
