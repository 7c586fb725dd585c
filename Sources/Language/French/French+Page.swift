/// The words of French, by their English.
enum French {}

extension French {
  /// Those of pages.
  static let page: [String: String] = [
    "Skip to the text": "Aller au texte",
    "Contents": "Sommaire",
    "Notes": "Notes",
    "References": "Références",
    "Figure": "Figure",
    "Table": "Tableau",
    "Note {}": "Note {}",
    "Back to the text": "Retour au texte",
    "Data of figure {}": "Données de la figure {}",
    "{} rows": "{} lignes",
    "and {} more rows": "et {} lignes de plus",
    "First rows of {}": "Premières lignes de {}",
    "lies beside this page,": "se trouve à côté de cette page,",
    "{} bytes": "{} octets",
    "{} byte": "{} octet",
    "lines {}–{}": "lignes {}–{}",
    "Listing": "Code",
    "Formula": "Formule",
    "Options of step {}": "Options de l’étape {}",
    "Warning:": "Avertissement :",
    "failed": "échec",
    "not run": "non exécuté",
    "holds": "vrai",
    "fails": "faux",
    "where": "où",
    "is": "=",
    "{} of {}": "{} sur {}",
    "95% interval {} to {}": "intervalle à 95 % de {} à {}",
    "done:": "fait :",
    "to do:": "à faire :",
    "Drawing pad": "Zone de dessin",
    "With scripting on, this is a place to draw, and the network reads what is drawn. These are samples, with what it reads in them.":
      "Avec les scripts activés, on peut dessiner ici, et le réseau lit le dessin. Voici des exemples, avec ce qu’il y lit.",
    "Sample {}": "Exemple {}",
    "not labelled": "sans étiquette",
    "How this page was made": "Comment cette page a été faite",
    "The values above, and the tables and figures of steps, were computed by the run that wrote this page; other numbers are its author’s. The same notebook, data and seed give the same page, byte for byte, and {} tells whether they do:":
      "Les valeurs ci-dessus ainsi que les tableaux et les figures des étapes ont été calculés par l’exécution qui a écrit cette page ; les autres nombres sont de son auteur. Le même carnet, les mêmes données et la même graine donnent la même page, octet pour octet ; {} dit si c’est le cas :",
    "This page shows a run that failed. With the same notebook, data and seed, the same command gives this same failed run:":
      "Cette page montre une exécution qui a échoué. Avec le même carnet, les mêmes données et la même graine, la même commande donne le même échec :",
    "Made with": "Fait avec",
    "seed {}": "graine {}",
    "Notebook": "Carnet",
    "Set by hand": "Réglé à la main",
    "Files read": "Fichiers lus",
    "Outside the project": "Hors du projet",
    "allowed by": "autorisé par",
    "Licence": "Licence",
    "Download": "Télécharger",
    "Command": "Commande",
    "Digests": "Empreintes",
    "SHA-256 of all inputs": "SHA-256 de toutes les entrées",
    "This run set {}, other than the notebook says.":
      "Cette exécution a fixé {}, autrement que le carnet.",
    "A claim fails": "Une affirmation est fausse",
    "Not complete": "Incomplet",
    "Colours: auto": "Couleurs : auto",
    "Colours: light": "Couleurs : clair",
    "Colours: dark": "Couleurs : sombre",
    "Copy": "Copier",
    "Copied": "Copié",
    "Selected": "Sélectionné",
    "Draw with a mouse, a finger or a pen, or choose a sample, with the keyboard too.":
      "Dessinez à la souris, au doigt ou au stylet, ou choisissez un exemple, au clavier aussi.",
    "Paper to draw on; samples can be chosen with the keyboard":
      "Papier à dessin ; les exemples se choisissent au clavier",
    "Clear": "Effacer",
    "What it sees": "Ce qu’il voit",
    "The image that the network gets": "L’image que reçoit le réseau",
    "Hidden units": "Unités cachées",
    "It reads {} ({}).": "Il lit {} ({}).",
    "Nothing drawn yet": "Rien n’est dessiné",
    "class": "classe",
    "Class": "Classe",
    "images": "images",
    "precision": "précision",
    "recall": "rappel",
    "pair": "paire",
    "times": "fois",
    "first read as second": "première lue comme seconde",
    "second read as first": "seconde lue comme première",
    "share": "part",
    "iteration": "itération",
    "Iteration": "Itération",
    "total": "total",
    "Total": "Total",
    "set": "ensemble",
    "Labelled images of each class":
      "Images étiquetées de chaque classe",
    "Images of each class in the two sets":
      "Images de chaque classe dans les deux ensembles",
    "Precision, recall and F1 by class on the {} set":
      "Précision, rappel et F1 par classe sur l’ensemble « {} »",
    "The most confused pairs of classes of the {} set":
      "Les paires de classes les plus confondues de l’ensemble « {} »",
    "The layers of the network":
      "Les couches du réseau",
    "Accuracy of the first less that of the second, with its 95% interval":
      "Exactitude du premier moins celle du second, avec son intervalle à 95 %",
    "The first examples that one of two alone reads correctly":
      "Les premiers exemples qu’un seul des deux lit correctement",
  ]
}
