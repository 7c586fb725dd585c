extension French {
  /// Those of tables, notes and warnings that steps yield.
  static let results: [String: String] = [
    "Labelled images of each class": "Images étiquetées de chaque classe",
    "Images of each class in the two sets": "Images de chaque classe dans les deux ensembles",
    "Precision, recall and F1 by class on the {} set":
      "Précision, rappel et F1 par classe sur l’ensemble « {} »",
    "The most confused pairs of classes of the {} set":
      "Les paires de classes les plus confondues de l’ensemble « {} »",
    "The layers of the network": "Les couches du réseau",
    "Accuracy of the first less that of the second, with its 95% interval":
      "Exactitude du premier moins celle du second, avec son intervalle à 95 %",
    "The first examples that one of two alone reads correctly":
      "Les premiers exemples qu’un seul des deux lit correctement",
    "{}; {}": "{} ; {}",
    "{}, the first {} of {}": "{}, les {} premières de {}",
    "{}, rows {} to {}": "{}, lignes {} à {}",
    "{}, read by {}": "{}, lu par « {} »",
    "all": "toutes",
    "layer": "couche",
    "output": "sortie",
    "parameters": "paramètres",
    "step": "étape",
    "use of the set": "usage de l’ensemble",
    "Steps before this one that choose by the {} set, or let their readers: the more there are, the better it looks":
      "Étapes précédentes qui choisissent d’après l’ensemble « {} », ou laissent choisir leurs lecteurs : plus il y en a, meilleur paraît le résultat",
    "judges {}": "évalue {}",
    "learns from it": "en apprend",
    "reads it at every report": "le lit à chaque rapport",
    "keeps the weights that are best on it": "garde les poids qui y sont les meilleurs",
    "tells which of {} is best on it": "dit lequel de {} y est le meilleur",
    "is the first of {} more": "est la première de {} autres",
    "first": "premier",
    "second": "second",
    "only first right": "premier seul juste",
    "only second right": "second seul juste",
    "p, by Holm": "p, selon Holm",
    "the first is": "le premier est",
    "better": "meilleur",
    "worse": "moins bon",
    "not told apart": "sans différence établie",
    "example": "exemple",
    "shows": "montre",
    "read correctly by": "lu correctement par",
    "read by the other as": "lu par l’autre comme",
    "1 run that differ in nothing but seeds": "1 exécution avec une seule graine",
    "{} runs that differ in nothing but seeds": "{} exécutions qui ne diffèrent que par la graine",
    "{} by {}": "{} selon {}",
    "{}: the highest mean is that of {}": "{} : la moyenne la plus haute est celle de {}",
    "{}: the lowest mean is that of {}": "{} : la moyenne la plus basse est celle de {}",
    "{}; 1 other is as good": "{} ; 1 autre est aussi bonne",
    "{}; {} others are as good": "{} ; {} autres sont aussi bonnes",
    "sd": "écart type",
    "some images are in colour, and are read in grey as the first is":
      "certaines images sont en couleurs et sont lues en gris comme la première",
    "some images are in grey, and are read in colour as the first is":
      "certaines images sont en gris et sont lues en couleurs comme la première",
    "there is something else among the PNG and JPEG files of the classes: {}":
      "il y a autre chose parmi les fichiers PNG et JPEG des classes : {}",
    "arrays that are not read: {}": "tableaux qui ne sont pas lus : {}",
    "labels count from 1: 1 is {}, {} is {}":
      "les étiquettes comptent à partir de 1 : 1 est {}, {} est {}",
    "no level is above {}": "aucun niveau ne dépasse {}",
    "there is no header: the first of {} columns is taken for the label":
      "il n’y a pas d’en-tête : la première des {} colonnes est prise pour l’étiquette",
    "images of EMNIST are stored on their side, and are turned upright":
      "les images d’EMNIST sont enregistrées couchées et sont redressées",
    "the last layer has {} units, and the examples are of {} classes":
      "la dernière couche a {} unités, et les exemples ont {} classes",
    "the loss ends at {}, above the {} that it had {}":
      "la perte finit à {}, au-dessus des {} qu’elle avait {}",
    "before the first update": "avant la première mise à jour",
    "at the first report": "au premier relevé",
    "{} of {} of {} are read correctly: the most common class alone makes up {}, so the network is no better than one answer to everything":
      "le réseau lit correctement {} des {} {} : la classe la plus fréquente en compte {} à elle seule, il ne vaut donc pas mieux qu’une réponse unique à tout",
    "the training examples": "exemples d’entraînement",
    "the {} examples": "exemples de l’ensemble « {} »",
  ]
}
