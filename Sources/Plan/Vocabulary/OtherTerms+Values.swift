extension OtherTerms {
  /// By kinds of steps and their options.
  package static let values: [String: OtherTerms] = [
    "plot.show": Self(
      [
        "learning-curve": "history training learning curves losscurve progress",
        "confusion-matrix": "heatmap", "per-class": "precision recall f1 perclassaccuracy",
        "class-counts": "distribution histogram balance classbalance classdistribution",
        "filters": "kernels convolutions", "activations": "features featuremaps",
        "images": "samples examples predictions", "comparison": "compare differences",
      ],
      advice: [
        "write 'show: learning-curve' and 'of: train.loss'": "loss losses",
        "write 'show: learning-curve' and 'of: train.accuracy'": "accuracy accuracies",
        "write 'show: images', 'from: dev' and 'where: misclassified'":
          "errors mistakes misclassified misreads",
      ]),
    "train.optimizer": Self(["gradient-descent": "sgd gd momentum nesterov"]),
    "train.initial-weights": Self([
      "he": "kaiming henormal heuniform kaiminguniform kaimingnormal",
      "glorot": "xavier glorotuniform xavieruniform xaviernormal",
    ]),
    "train.augment": Self([
      "shift": "translate translation translations", "rotate": "rotation rotations",
      "scale": "zoom resize", "shear": "skew",
    ]),
    "train.learning-rate": Self(["cosine": "cosineannealing cosinedecay", "step": "steplr"]),
  ]
}
