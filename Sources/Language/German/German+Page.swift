/// The words of German, by their English.
enum German {}

extension German {
  /// Those of pages.
  static let page: [String: String] = [
    "Skip to the text": "Zum Text",
    "Contents": "Inhalt",
    "Notes": "Anmerkungen",
    "References": "Literatur",
    "Figure": "Abbildung",
    "Table": "Tabelle",
    "Note {}": "Anmerkung {}",
    "Back to the text": "Zurück zum Text",
    "Data of figure {}": "Daten der Abbildung {}",
    "{} rows": "{} Zeilen",
    "and {} more rows": "und {} weitere Zeilen",
    "First rows of {}": "Die ersten Zeilen von {}",
    "lies beside this page,": "liegt neben dieser Seite,",
    "{} bytes": "{} Byte",
    "{} byte": "{} Byte",
    "lines {}–{}": "Zeilen {}–{}",
    "Listing": "Quelltext",
    "Formula": "Formel",
    "Options of step {}": "Optionen des Schritts {}",
    "Warning:": "Warnung:",
    "failed": "fehlgeschlagen",
    "not run": "nicht ausgeführt",
    "holds": "trifft zu",
    "fails": "trifft nicht zu",
    "where": "wobei",
    "is": "=",
    "{} of {}": "{} von {}",
    "95% interval {} to {}": "95-%-Intervall {} bis {}",
    "done:": "erledigt:",
    "to do:": "zu tun:",
    "Drawing pad": "Zeichenfläche",
    "With scripting on, this is a place to draw, and the network reads what is drawn. These are samples, with what it reads in them.":
      "Mit eingeschalteten Skripten kann hier gezeichnet werden, und das Netz liest die Zeichnung. Das sind Beispiele, mit dem, was es darin liest.",
    "Sample {}": "Beispiel {}",
    "not labelled": "ohne Angabe",
    "How this page was made": "Wie diese Seite entstanden ist",
    "The values above, and the tables and figures of steps, were computed by the run that wrote this page; other numbers are its author’s. The same notebook, data and seed give the same page, byte for byte, and {} tells whether they do:":
      "Die Werte oben und die Tabellen und Abbildungen der Schritte hat der Lauf berechnet, der diese Seite geschrieben hat; andere Zahlen stammen von ihrem Autor. Dasselbe Notebook, dieselben Daten und derselbe Startwert ergeben Byte für Byte dieselbe Seite; {} sagt, ob das so ist:",
    "This page shows a run that failed. With the same notebook, data and seed, the same command gives this same failed run:":
      "Diese Seite zeigt einen fehlgeschlagenen Lauf. Mit demselben Notebook, denselben Daten und demselben Startwert ergibt derselbe Befehl denselben fehlgeschlagenen Lauf:",
    "Made with": "Erstellt mit",
    "seed {}": "Startwert {}",
    "Notebook": "Notebook",
    "Set by hand": "Von Hand gesetzt",
    "Files read": "Gelesene Dateien",
    "Outside the project": "Außerhalb des Projekts",
    "allowed by": "erlaubt durch",
    "Licence": "Lizenz",
    "Download": "Herunterladen",
    "Command": "Befehl",
    "Digests": "Prüfsummen",
    "SHA-256 of all inputs": "SHA-256 aller Eingaben",
    "This run set {}, other than the notebook says.":
      "Dieser Lauf hat {} gesetzt, anders als das Notebook sagt.",
    "A claim fails": "Eine Behauptung trifft nicht zu",
    "Not complete": "Unvollständig",
    "Colours: auto": "Farben: automatisch",
    "Colours: light": "Farben: hell",
    "Colours: dark": "Farben: dunkel",
    "Copy": "Kopieren",
    "Copied": "Kopiert",
    "Selected": "Markiert",
    "Draw with a mouse, a finger or a pen, or choose a sample, with the keyboard too.":
      "Mit Maus, Finger oder Stift zeichnen, oder ein Beispiel wählen, auch mit der Tastatur.",
    "Paper to draw on; samples can be chosen with the keyboard":
      "Papier zum Zeichnen; Beispiele lassen sich mit der Tastatur wählen",
    "Clear": "Löschen",
    "What it sees": "Was es sieht",
    "The image that the network gets": "Das Bild, das das Netz bekommt",
    "Hidden units": "Verdeckte Einheiten",
    "It reads {} ({}).": "Es liest {} ({}).",
    "Nothing drawn yet": "Noch nichts gezeichnet",
    "class": "Klasse",
    "Class": "Klasse",
    "images": "Bilder",
    "precision": "Präzision",
    "recall": "Trefferquote",
    "pair": "Paar",
    "times": "Anzahl",
    "first read as second": "erste als zweite gelesen",
    "second read as first": "zweite als erste gelesen",
    "share": "Anteil",
    "iteration": "Iteration",
    "Iteration": "Iteration",
    "total": "gesamt",
    "Total": "Gesamt",
    "set": "Menge",
    "Labelled images of each class":
      "Bilder jeder Klasse mit Angabe",
    "Images of each class in the two sets":
      "Bilder jeder Klasse in den beiden Mengen",
    "Precision, recall and F1 by class on the {} set":
      "Präzision, Trefferquote und F1 jeder Klasse in der Menge „{}“",
    "The most confused pairs of classes of the {} set":
      "Die am häufigsten verwechselten Klassen der Menge „{}“",
    "The layers of the network":
      "Die Schichten des Netzes",
    "Accuracy of the first less that of the second, with its 95% interval":
      "Anteil richtiger Antworten des ersten weniger den des zweiten, mit 95-%-Intervall",
    "The first examples that one of two alone reads correctly":
      "Die ersten Beispiele, die nur eines von beiden richtig liest",
  ]
}
