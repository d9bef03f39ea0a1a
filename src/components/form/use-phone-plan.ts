import { useEffect, useState } from 'react'
import { loadPhonePlan, type PhonePlan, phonePlan } from '@/lib/phone'

/** The tables of the world's numbers, once they have come; `failed` when they cannot be had at the moment. */
export function usePhonePlan(): { plan: PhonePlan | undefined; failed: boolean } {
  const [plan, setPlan] = useState(phonePlan)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let here = true
    loadPhonePlan().then(
      // A module is a value here, not a function that makes one.
      (loaded) => here && setPlan(() => loaded),
      () => here && setFailed(true),
    )
    return () => {
      here = false
    }
  }, [])
  return { plan, failed }
}
