extension OtherTerms {
  private static let model = "network net train classifier estimator"
  private static let examples = "set data dataset examples split subset"
  private static let file = "file path output filename save name"
  private static let seed = "randomstate randomseed rng"

  /// By kinds of steps.
  package static let options: [String: OtherTerms] = [
    "load": Self(
      [
        "classes": "classnames names categories", "size": "shape imagesize resolution dimensions",
        "label": "target y class labelcolumn targetcolumn", "id": "index idcolumn indexcolumn",
        "channels": "colors colours depth", "levels": "max maximum maxvalue",
        "images": "folder directory dir", "labelled": "labeled",
        "csv": "table tsv", "npz": "npy numpy arrays", "mnist": "idx emnist fashionmnist kmnist",
      ],
      advice: [
        "name the data by what they are, as in 'csv: train.csv'; there are mnist, csv, npz and images":
          "file files path data dataset source from train training url"
      ]),
    "split": Self(
      [
        "dev": "development validation valid val validationsize testsize holdout heldout size",
        "scale": "normalize normalise normalization rescale scaling divide", "seed": seed,
        "of": "load " + examples,
      ],
      advice: [
        "the rows that are held out are 'dev'; a test set is the option 'labelled' or 'test' of load":
          "test training train"
      ]),
    "train": Self(
      [
        "batch": "batchsize minibatch minibatchsize batches", "seed": seed, "on": examples,
        "learning-rate": "lr alpha eta stepsize learningrateinit",
        "epochs": "maxepochs numepochs nepochs nbepochs passes",
        "iterations": "steps updates maxiter iter iters niter maxsteps numsteps maxiterations",
        "layers": "hidden hiddenlayers hiddenlayersizes units neurons network model architecture",
        "initial-weights": "init initialization initialisation initializer kernelinitializer",
        "weight-decay": "l2 regularization regularisation regularizer lambda",
        "stop-early": "earlystopping earlystop patience",
        "augment": "augmentation augmentations dataaugmentation transforms",
        "validation": "validate valid val validationdata validationset dev",
        "report-every": "logevery printevery evalevery logging verbose",
        "optimizer": "solver algorithm",
      ],
      advice: [
        "it is written behind the units of each layer, as in 'layers: [10 relu, 10 softmax]'":
          "activation activations activationfunction nonlinearity",
        "it is a layer, as in 'layers: [128 relu, dropout 0.5, 10 softmax]'": "dropout batchnorm",
        "it is always the cross-entropy of the softmax": "loss lossfunction criterion objective",
        "accuracy and loss are always measured; 'validation: dev' adds those of the dev set":
          "metric metrics",
        "it is a part of the rate, as in 'learning-rate: cosine 0.003'":
          "schedule scheduler lrschedule lrscheduler",
      ]),
    "evaluate": Self([
      "model": "of " + model, "on": examples,
      "misclassified": "errors mistakes misread misreads wrong",
    ]),
    "baseline": Self(["on": examples]),
    "sweep": Self([
      "vary": "over grid parameters params hyperparameters space", "measure": "metric metrics",
      "best": "objective by maximize minimise minimize maximise",
    ]),
    "predict": Self(["to": file, "on": examples, "model": "of " + model]),
    "export": Self(["to": "format as " + file, "model": "of " + model]),
    "try": Self([
      "model": "of " + model, "from": "on " + examples, "samples": "count images number",
      "misread": "errors mistakes misclassified wrong",
    ]),
    "source": Self([
      "file": "path code from", "symbol": "function type name declaration", "folded": "collapsed",
    ]),
  ]
}
