extension Spanish {
  /// Those of tables, notes and warnings that steps yield.
  static let results: [String: String] = [
    "Labelled images of each class": "Imágenes etiquetadas de cada clase",
    "Images of each class in the two sets": "Imágenes de cada clase en los dos conjuntos",
    "Precision, recall and F1 by class on the {} set":
      "Precisión, exhaustividad y F1 por clase en el conjunto «{}»",
    "The most confused pairs of classes of the {} set":
      "Los pares de clases más confundidos del conjunto «{}»",
    "The layers of the network": "Las capas de la red",
    "Accuracy of the first less that of the second, with its 95% interval":
      "Exactitud de la primera menos la de la segunda, con su intervalo del 95 %",
    "The first examples that one of two alone reads correctly":
      "Los primeros ejemplos que solo una de las dos lee correctamente",
    "{}; {}": "{}; {}",
    "{}, the first {} of {}": "{}, las primeras {} de {}",
    "{}, rows {} to {}": "{}, filas {} a {}",
    "{}, read by {}": "{}, leído por «{}»",
    "all": "todas",
    "layer": "capa",
    "output": "salida",
    "parameters": "parámetros",
    "step": "paso",
    "use of the set": "uso del conjunto",
    "Steps before this one that choose by the {} set, or let their readers: the more there are, the better it looks":
      "Pasos anteriores que eligen según el conjunto «{}», o dejan elegir a sus lectores: cuantos más hay, mejor parece el resultado",
    "judges {}": "evalúa {}",
    "learns from it": "aprende de él",
    "reads it at every report": "lo lee en cada informe",
    "keeps the weights that are best on it": "conserva los pesos que mejor resultan en él",
    "tells which of {} is best on it": "dice cuál de {} es el mejor en él",
    "is the first of {} more": "es el primero de {} más",
    "first": "primera",
    "second": "segunda",
    "only first right": "solo acierta la primera",
    "only second right": "solo acierta la segunda",
    "p, by Holm": "p, según Holm",
    "the first is": "la primera es",
    "better": "mejor",
    "worse": "peor",
    "not told apart": "sin diferencia probada",
    "example": "ejemplo",
    "shows": "muestra",
    "read correctly by": "leído correctamente por",
    "read by the other as": "leído por la otra como",
    "1 run that differ in nothing but seeds": "1 ejecución con una sola semilla",
    "{} runs that differ in nothing but seeds": "{} ejecuciones que solo difieren en la semilla",
    "{} by {}": "{} según {}",
    "{}: the highest mean is that of {}": "{}: la media más alta es la de {}",
    "{}: the lowest mean is that of {}": "{}: la media más baja es la de {}",
    "{}; 1 other is as good": "{}; otra es igual de buena",
    "{}; {} others are as good": "{}; otras {} son igual de buenas",
    "sd": "desv. est.",
    "some images are in colour, and are read in grey as the first is":
      "algunas imágenes son en color y se leen en gris como la primera",
    "some images are in grey, and are read in colour as the first is":
      "algunas imágenes son en gris y se leen en color como la primera",
    "there is something else among the PNG and JPEG files of the classes: {}":
      "hay algo más entre los archivos PNG y JPEG de las clases: {}",
    "arrays that are not read: {}": "matrices que no se leen: {}",
    "labels count from 1: 1 is {}, {} is {}": "las etiquetas cuentan desde 1: 1 es {}, {} es {}",
    "no level is above {}": "ningún nivel pasa de {}",
    "there is no header: the first of {} columns is taken for the label":
      "no hay encabezado: la primera de {} columnas se toma como etiqueta",
    "images of EMNIST are stored on their side, and are turned upright":
      "las imágenes de EMNIST están guardadas de lado y se enderezan",
    "the last layer has {} units, and the examples are of {} classes":
      "la última capa tiene {} unidades, y los ejemplos tienen {} clases",
    "the loss ends at {}, above the {} that it had {}":
      "la pérdida acaba en {}, por encima de los {} que tenía {}",
    "before the first update": "antes de la primera actualización",
    "at the first report": "en el primer informe",
    "{} of {} of {} are read correctly: the most common class alone makes up {}, so the network is no better than one answer to everything":
      "la red lee correctamente {} de {} {}: la clase más frecuente suma {} por sí sola, así que no es mejor que una única respuesta para todo",
    "the training examples": "ejemplos de entrenamiento",
    "the {} examples": "ejemplos del conjunto «{}»",
  ]
}
