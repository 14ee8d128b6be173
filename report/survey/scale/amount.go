package scale

// extent places sizes: "i stor grad", "middels", "low".
func extent(p string) (sense, bool) {
	switch p {
	case "stor", "stort", "store", "høy", "høyt", "høg", "høgt", "høj", "højt", "hög", "högt", "great", "large",
		"high", "big":
		return high()
	case "liten", "lita", "lite", "lille", "små", "lav", "lavt", "låg", "lågt", "ringe", "small", "low", "little",
		"limited", "begrenset", "avgrensa", "begrænset", "begränsad":
		return low()
	case "mindre":
		return placed(-1.9, -0.6)
	case "noen", "nokon", "nogen", "viss", "vis", "någon", "some", "moderate", "moderat", "middels", "medium",
		"medels", "medel", "mellomstor", "mellemstor", "medelstor", "normal", "to some extent", "to some degree",
		"i noen grad", "i nokon grad", "til en viss grad", "til ein viss grad", "til viss grad", "till viss del",
		"till en viss del", "till viss grad":
		return placed(-0.4, 0.4)
	case "grad", "utstrekning", "udstrækning", "utsträckning", "omfang", "omfattning", "extent", "degree", "mån", "a",
		"en", "ein", "til", "till":
		return sense{kind: filler}, true
	}
	return nothing()
}

// amount places how much there is of something.
func amount(p string) (sense, bool) {
	switch p {
	case "ingen", "ingenting", "inkje", "intet", "inget", "none", "none at all", "nothing", "ikke noe", "ikkje noko",
		"ikke noget", "no":
		return placed(-6, -4.5)
	case "nesten ingenting", "nesten ingen", "nästan ingenting", "næsten intet", "hardly any", "hardly anything",
		"almost nothing", "almost none":
		return placed(-4, -3.5)
	case "svært lite", "veldig lite", "meget lite", "meget lidt", "mycket lite", "väldigt lite", "very little":
		return placed(-3, -3)
	case "lite", "lidt", "litt", "a little", "little", "a little bit", "a bit":
		return placed(-2, -0.5)
	case "noe", "noko", "noget", "något", "some", "somewhat", "a moderate amount", "moderate", "moderately", "middels":
		return placed(-0.4, 0.4)
	case "en del", "ein del":
		return placed(0.2, 1)
	case "en god del", "ein god del", "en hel del", "en heil del", "ein heil del", "quite a bit":
		return placed(1.2, 1.9)
	case "mye", "mykje", "much", "a lot", "lots":
		return high()
	case "mycket", "meget": // also very
		return sense{kind: either, span: point(3), sign: 1}, true
	case "a great deal", "svært mange", "very much":
		return placed(3, 3)
	}
	return nothing()
}

// frequency places words that tell how often, without a number.
func frequency(p string) (sense, bool) {
	switch p {
	case "ofte", "ofta", "often", "frequently":
		return high()
	case "sjelden", "sjeldan", "sjeldent", "sjældent", "sällan", "seldom", "rarely", "infrequently":
		return low()
	case "aldri", "aldrig", "never", "none of the time", "på intet tidspunkt", "aldri i det hele tatt":
		return placed(-7, -6)
	case "nesten aldri", "næsten aldrig", "nästan aldrig", "almost never", "hardly ever", "så å seie aldri",
		"så godt som aldri":
		return placed(-5, -4)
	case "a little of the time", "sjelden eller aldri", "sjeldan eller aldri", "sjældent eller aldrig",
		"sällan eller aldrig":
		return placed(-7, -2)
	case "av og til", "noen ganger", "nokre gonger", "iblant", "av og te", "nogle gange", "sommetider", "somme tider",
		"en gang imellem", "engang imellem", "af og til", "ibland", "då och då", "någon gång", "sometimes",
		"occasionally", "once in a while", "from time to time", "nå og da", "no og då", "some of the time",
		"now and then", "stundom", "en gang i blant", "ein gong i blant", "i blant":
		return placed(-0.5, 0.5)
	case "about half the time", "omtrent halvparten av tiden", "omtrent halvparten av gangene",
		"ungefär hälften av gångerna":
		return placed(0.8, 1.2)
	case "vanligvis", "vanlegvis", "som regel", "for det meste", "oftest", "oftast", "for det mesta", "usually",
		"generally", "most of the time", "mesteparten av tiden", "mesteparten av tida", "det meste af tiden",
		"vanligen", "för det mesta", "det mesta av tiden":
		return placed(2.2, 4)
	case "nesten alltid", "næsten altid", "nästan alltid", "almost always", "nearly always", "nesten hele tiden":
		return placed(5, 5.5)
	case "alltid", "altid", "always", "hele tiden", "hele tida", "heile tida", "hela tiden", "all the time",
		"all of the time", "constantly", "kontinuerlig":
		return placed(6, 7)
	}
	return nothing()
}
