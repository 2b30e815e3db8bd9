/** Tells how much a query is like a name: the weight of the stems that both have, over that of all (weighted Jaccard). */
export class Likeness {
  /** @param {string[][][]} names the names of each entry, each as its stems */
  constructor(names) {
    this.entries = names.length;
    this.names = names.flatMap((group, at) => group.map((stems) => ({ at, stems: [...new Set(stems)] })));
    this.holding = new Map();
    this.names.forEach(({ stems }, number) => {
      for (const stem of stems) {
        if (!this.holding.has(stem)) this.holding.set(stem, []);
        this.holding.get(stem).push(number);
      }
    });
    this.weights = new Map([...this.holding].map(([stem, numbers]) => [stem, this.weight(this.count(numbers))]));
    for (const name of this.names) name.weight = this.sum(name.stems);
  }

  count(numbers) {
    return new Set(numbers.map((number) => this.names[number].at)).size;
  }

  /** How much a stem tells that the names of so many entries have. */
  weight(entries) {
    return Math.log(1 + this.entries / entries);
  }

  sum(stems) {
    return stems.reduce((sum, stem) => sum + (this.weights.get(stem) ?? this.weight(1)), 0);
  }

  /** Gives the likeness of the likest name of each entry, above 0 and up to 1. */
  of(stems) {
    const asked = [...new Set(stems)];
    const weight = this.sum(asked);
    const likest = new Map();
    for (const [number, shared] of this.shared(asked)) {
      const { at, weight: other } = this.names[number];
      likest.set(at, Math.max(likest.get(at) ?? 0, shared / (weight + other - shared)));
    }
    return likest;
  }

  shared(asked) {
    const shared = new Map();
    for (const stem of asked) {
      for (const number of this.holding.get(stem) ?? []) shared.set(number, (shared.get(number) ?? 0) + this.weights.get(stem));
    }
    return shared;
  }
}
