// The earliest of many moments, each of which may move: a binary heap whose outdated entries are passed over.

export interface DueQueue {
  /** Null takes it out. */
  set(id: string, at: number | null): void
  first(): { id: string; at: number } | null
}

export function createDueQueue(): DueQueue {
  const moments = new Map<string, number>()
  const heap: { id: string; at: number }[] = []
  const at = (place: number) => heap[place]?.at ?? Number.POSITIVE_INFINITY

  function swap(a: number, b: number): void {
    const [one, other] = [heap[a], heap[b]]
    if (!one || !other) return
    heap[a] = other
    heap[b] = one
  }

  function rise(place: number): void {
    const parent = (place - 1) >> 1
    if (place === 0 || at(parent) <= at(place)) return
    swap(place, parent)
    rise(parent)
  }

  function sink(place: number): void {
    const left = 2 * place + 1
    const least = at(left) <= at(left + 1) ? left : left + 1
    if (at(least) >= at(place)) return
    swap(place, least)
    sink(least)
  }

  function dropFirst(): void {
    swap(0, heap.length - 1)
    heap.pop()
    sink(0)
  }

  return {
    set(id, moment) {
      if (moment === null) moments.delete(id)
      else if (moments.get(id) !== moment) {
        moments.set(id, moment)
        heap.push({ id, at: moment })
        rise(heap.length - 1)
      }
    },
    first() {
      for (let top = heap[0]; top; top = heap[0]) {
        if (moments.get(top.id) === top.at) return top
        dropFirst()
      }
      return null
    },
  }
}
