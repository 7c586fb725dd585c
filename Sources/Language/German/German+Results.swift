extension German {
  /// Those of tables, notes and warnings that steps yield.
  static let results: [String: String] = [
    "Labelled images of each class": "Bilder mit angegebener Klasse, nach Klassen",
    "Images of each class in the two sets": "Bilder jeder Klasse in den beiden Mengen",
    "Precision, recall and F1 by class on the {} set":
      "Präzision, Trefferquote und F1 jeder Klasse in der Menge „{}“",
    "The most confused pairs of classes of the {} set":
      "Die am häufigsten verwechselten Klassen der Menge „{}“",
    "The layers of the network": "Die Schichten des Netzes",
    "Accuracy of the first less that of the second, with its 95% interval":
      "Anteil richtiger Antworten des ersten weniger den des zweiten, mit 95-%-Intervall",
    "The first examples that one of two alone reads correctly":
      "Die ersten Beispiele, die nur eines von beiden richtig liest",
    "{}; {}": "{}; {}",
    "{}, the first {} of {}": "{}, die ersten {} von {}",
    "{}, rows {} to {}": "{}, Zeilen {} bis {}",
    "{}, read by {}": "{}, gelesen von „{}“",
    "all": "alle",
    "layer": "Schicht",
    "output": "Ausgabe",
    "parameters": "Parameter",
    "step": "Schritt",
    "use of the set": "Verwendung der Menge",
    "Steps before this one that choose by the {} set, or let their readers: the more there are, the better it looks":
      "Frühere Schritte, die nach der Menge „{}“ auswählen oder ihre Leser auswählen lassen: je mehr es sind, desto besser sieht das Ergebnis aus",
    "judges {}": "beurteilt {}",
    "learns from it": "lernt daraus",
    "reads it at every report": "liest sie bei jedem Bericht",
    "keeps the weights that are best on it": "behält die Gewichte, die darauf am besten sind",
    "tells which of {} is best on it": "sagt, welches von {} darauf am besten ist",
    "is the first of {} more": "ist der erste von {} weiteren",
    "first": "erstes",
    "second": "zweites",
    "only first right": "nur erstes richtig",
    "only second right": "nur zweites richtig",
    "p, by Holm": "p nach Holm",
    "the first is": "das erste ist",
    "better": "besser",
    "worse": "schlechter",
    "not told apart": "nicht zu unterscheiden",
    "example": "Beispiel",
    "shows": "zeigt",
    "read correctly by": "richtig gelesen von",
    "read by the other as": "vom anderen gelesen als",
    "1 run that differ in nothing but seeds": "1 Lauf mit einem einzigen Startwert",
    "{} runs that differ in nothing but seeds": "{} Läufe, die sich nur im Startwert unterscheiden",
    "{} by {}": "{} nach {}",
    "{}: the highest mean is that of {}": "{}: das höchste Mittel ist das von {}",
    "{}: the lowest mean is that of {}": "{}: das niedrigste Mittel ist das von {}",
    "{}; 1 other is as good": "{}; 1 weiteres ist ebenso gut",
    "{}; {} others are as good": "{}; {} weitere sind ebenso gut",
    "sd": "Std.-Abw.",
    "some images are in colour, and are read in grey as the first is":
      "einige Bilder sind farbig und werden wie das erste in Grau gelesen",
    "some images are in grey, and are read in colour as the first is":
      "einige Bilder sind grau und werden wie das erste in Farbe gelesen",
    "there is something else among the PNG and JPEG files of the classes: {}":
      "zwischen den PNG- und JPEG-Dateien der Klassen liegt noch anderes: {}",
    "arrays that are not read: {}": "Arrays, die nicht gelesen werden: {}",
    "labels count from 1: 1 is {}, {} is {}": "die Klassen sind ab 1 gezählt: 1 ist {}, {} ist {}",
    "no level is above {}": "kein Helligkeitswert liegt über {}",
    "there is no header: the first of {} columns is taken for the label":
      "es gibt keine Kopfzeile: die erste von {} Spalten gilt als Klasse",
    "images of EMNIST are stored on their side, and are turned upright":
      "die Bilder von EMNIST sind liegend gespeichert und werden aufgerichtet",
    "the last layer has {} units, and the examples are of {} classes":
      "die letzte Schicht hat {} Einheiten, und die Beispiele haben {} Klassen",
    "the loss ends at {}, above the {} that it had {}":
      "der Verlust endet bei {}, über dem Wert {}, den er {} hatte",
    "before the first update": "vor der ersten Aktualisierung",
    "at the first report": "beim ersten Bericht",
    "{} of {} of {} are read correctly: the most common class alone makes up {}, so the network is no better than one answer to everything":
      "das Netz liest {} von {} {} richtig: die häufigste Klasse allein macht {} aus, es ist also nicht besser als eine einzige Antwort auf alles",
    "the training examples": "Beispielen des Trainings",
    "the {} examples": "Beispielen der Menge „{}“",
  ]
}
