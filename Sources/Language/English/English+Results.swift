/// The words of English that are others than those by which results hold them.
enum English {
  static let results: [String: String] = [
    "Steps before this one that choose by the {} set, or let their readers: the more there are, the better it looks":
      "Steps before this one that choose by the {} set, or let their readers: the more there are, the better the result looks",
    "1 run that differ in nothing but seeds": "1 run with one seed",
    "{} of {} of {} are read correctly: the most common class alone makes up {}, so the network is no better than one answer to everything":
      "the network reads {} of the {} {} correctly: the most common class alone makes up {}, so it is no better than one answer to everything",
    "the training examples": "training examples",
    "the {} examples": "{} examples",
  ]
}
