/// The words of Spanish, by their English.
enum Spanish {}

extension Spanish {
  /// Those of pages.
  static let page: [String: String] = [
    "Skip to the text": "Ir al texto",
    "Contents": "Índice",
    "Notes": "Notas",
    "References": "Referencias",
    "Figure": "Figura",
    "Table": "Tabla",
    "Note {}": "Nota {}",
    "Back to the text": "Volver al texto",
    "Data of figure {}": "Datos de la figura {}",
    "{} rows": "{} filas",
    "and {} more rows": "y {} filas más",
    "First rows of {}": "Primeras filas de {}",
    "lies beside this page,": "está junto a esta página,",
    "{} bytes": "{} bytes",
    "{} byte": "{} byte",
    "lines {}–{}": "líneas {}–{}",
    "Listing": "Código",
    "Formula": "Fórmula",
    "Options of step {}": "Opciones del paso {}",
    "Warning:": "Advertencia:",
    "failed": "falló",
    "not run": "sin ejecutar",
    "holds": "se cumple",
    "fails": "no se cumple",
    "where": "donde",
    "is": "=",
    "{} of {}": "{} de {}",
    "95% interval {} to {}": "intervalo del 95 % de {} a {}",
    "done:": "hecho:",
    "to do:": "por hacer:",
    "Drawing pad": "Zona de dibujo",
    "With scripting on, this is a place to draw, and the network reads what is drawn. These are samples, with what it reads in them.":
      "Con los scripts activados se puede dibujar aquí, y la red lee el dibujo. Estos son ejemplos, con lo que lee en ellos.",
    "Sample {}": "Ejemplo {}",
    "not labelled": "sin etiqueta",
    "How this page was made": "Cómo se hizo esta página",
    "The values above, and the tables and figures of steps, were computed by the run that wrote this page; other numbers are its author’s. The same notebook, data and seed give the same page, byte for byte, and {} tells whether they do:":
      "Los valores de arriba y las tablas y figuras de los pasos los calculó la ejecución que escribió esta página; los demás números son de su autor. El mismo cuaderno, los mismos datos y la misma semilla dan la misma página, byte a byte; {} dice si es así:",
    "This page shows a run that failed. With the same notebook, data and seed, the same command gives this same failed run:":
      "Esta página muestra una ejecución fallida. Con el mismo cuaderno, los mismos datos y la misma semilla, la misma orden da el mismo fallo:",
    "Made with": "Hecho con",
    "seed {}": "semilla {}",
    "Notebook": "Cuaderno",
    "Set by hand": "Fijado a mano",
    "Files read": "Archivos leídos",
    "Outside the project": "Fuera del proyecto",
    "allowed by": "permitido por",
    "Licence": "Licencia",
    "Download": "Descargar",
    "Command": "Orden",
    "Digests": "Resúmenes",
    "SHA-256 of all inputs": "SHA-256 de todas las entradas",
    "This run set {}, other than the notebook says.":
      "Esta ejecución fijó {}, a diferencia del cuaderno.",
    "A claim fails": "Una afirmación no se cumple",
    "Not complete": "Incompleto",
    "Colours: auto": "Colores: auto",
    "Colours: light": "Colores: claro",
    "Colours: dark": "Colores: oscuro",
    "Copy": "Copiar",
    "Copied": "Copiado",
    "Selected": "Seleccionado",
    "Draw with a mouse, a finger or a pen, or choose a sample, with the keyboard too.":
      "Dibuje con ratón, dedo o lápiz, o elija un ejemplo, también con el teclado.",
    "Paper to draw on; samples can be chosen with the keyboard":
      "Papel para dibujar; los ejemplos se eligen con el teclado",
    "Clear": "Borrar",
    "What it sees": "Lo que ve",
    "The image that the network gets": "La imagen que recibe la red",
    "Hidden units": "Unidades ocultas",
    "It reads {} ({}).": "Lee {} ({}).",
    "Nothing drawn yet": "Nada dibujado aún",
    "class": "clase",
    "Class": "Clase",
    "images": "imágenes",
    "precision": "precisión",
    "recall": "exhaustividad",
    "pair": "par",
    "times": "veces",
    "first read as second": "primera leída como segunda",
    "second read as first": "segunda leída como primera",
    "share": "parte",
    "iteration": "iteración",
    "Iteration": "Iteración",
    "total": "total",
    "Total": "Total",
    "set": "conjunto",
    "Labelled images of each class":
      "Imágenes etiquetadas de cada clase",
    "Images of each class in the two sets":
      "Imágenes de cada clase en los dos conjuntos",
    "Precision, recall and F1 by class on the {} set":
      "Precisión, exhaustividad y F1 por clase en el conjunto «{}»",
    "The most confused pairs of classes of the {} set":
      "Los pares de clases más confundidos del conjunto «{}»",
    "The layers of the network":
      "Las capas de la red",
    "Accuracy of the first less that of the second, with its 95% interval":
      "Exactitud de la primera menos la de la segunda, con su intervalo del 95 %",
    "The first examples that one of two alone reads correctly":
      "Los primeros ejemplos que solo una de las dos lee correctamente",
  ]
}
