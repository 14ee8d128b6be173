package inspect

import "slices"

// rules are all there are, in the order in which problems are told. A new rule is a line here and a function.
func rules() []rule {
	return slices.Concat(fileRules(), contentRules(), structureRules(), languageRules(), annotationRules(), fontRules(),
		archiveFileRules(), archiveContentRules(), archiveDocumentRules())
}

func fileRules() []rule {
	return []rule{
		{"unread", "", "the file can be read, and is small enough to be read whole", "write the file without encryption; divide it if it is very large", always, unread},
		{"PDF 7.5", "ISO 32000-1, 7.5", "the file's own structure is whole: cross-references, lengths, streams, page tree", "write the file anew", always, damagedFile},
		{"claim", "ISO 14289-1, 5; ISO 19005-2, 6.6.4", "the file says which standard it conforms to", "write pdfuaid:part or pdfaid:part into the metadata", always, claimsNothing},
		{"06-001", "ISO 14289-1, 7.1", "the catalogue has XMP metadata that can be read", "write a well-formed XMP packet in UTF-8 as /Metadata of the catalogue", always, noMetadata},
		{"06-002", "ISO 14289-1, 5", "the metadata say that the file is PDF/UA-1", "write <pdfuaid:part>1</pdfuaid:part>", always, noIdentifier},
		{"06-003", "ISO 14289-1, 7.1", "the metadata have a title", "write dc:title", always, noTitle},
		{"07-001", "ISO 14289-1, 7.1", "the window's title is said to be that of the document", "write /DisplayDocTitle true into /ViewerPreferences", always, noDisplayTitle},
		{"07-002", "ISO 14289-1, 7.1", "the window's title is that of the document", "set /DisplayDocTitle to true", always, displayTitleOff},
		{"PDF 12.3.2", "ISO 32000-1, 12.3.2", "links and entries of the outline lead to a page or an address", "write a /Dest to a page that is there, or an action with /URI", always, leadingNowhere},
		{"20-001", "ISO 14289-1, 7.10", "each further configuration of layers has a name", "give each dictionary in /Configs a /Name", always, unnamedConfigs},
		{"20-002", "ISO 14289-1, 7.10", "the default configuration of layers has a name", "give the /D dictionary of /OCProperties a /Name", always, unnamedDefault},
		{"20-003", "ISO 14289-1, 7.10", "layers do not switch by themselves", "leave out /AS", always, automaticLayers},
		{"21-001", "ISO 14289-1, 7.11", "each attachment has its name twice, for old and new readers", "write both /F and /UF", always, unnamedFiles},
		{"25-001", "ISO 14289-1, 7.15", "there is no dynamic form", "leave out /XFA", always, dynamicForm},
		{"26-001", "ISO 14289-1, 7.16", "encryption says what it permits", "write the file without encryption", always, noPermissions},
		{"26-002", "ISO 14289-1, 7.16", "encryption lets screen readers in", "write the file without encryption", always, lockedOut},
	}
}

func contentRules() []rule {
	return []rule{
		{"01-003", "ISO 14289-1, 7.1", "no artifact stands inside of tagged content", "end the tagged content before the artifact", always, seen(artifactInTag, "an artifact stands inside of tagged content")},
		{"01-004", "ISO 14289-1, 7.1", "no tagged content stands inside of an artifact", "end the artifact before the tagged content", always, seen(tagInArtifact, "tagged content stands inside of an artifact")},
		{"01-005", "ISO 14289-1, 7.1", "all that is painted is tagged or an artifact", "tag what has a meaning; mark decoration as /Artifact", always, untagged},
		{"PDF 14.6", "ISO 32000-1, 14.6.1", "marked content that is begun ends, in the same stream", "write as many EMC as BMC and BDC", always, seen(unbalancedMarks, "marked content is begun and ended unequally often")},
		{"PDF 14.7.4.2", "ISO 32000-1, 14.7.4.2", "each number of marked content stands once on its page and in one element", "number the marked content of a page from 0", always, seen(repeatedMCID, "a number of marked content is used twice")},
		{"PDF 14.7.4.3", "ISO 32000-1, 14.7.4.3", "each number of marked content that an element names is in the content", "mark the content, or leave the number out of /K", always, missingContent},
		{"PDF 14.7.4.4-1", "ISO 32000-1, 14.7.4.4", "a page with tagged content names its entry in the parent tree", "write /StructParents and the entry", always, noStructParents},
		{"PDF 14.7.4.4-2", "ISO 32000-1, 14.7.4.4", "the parent tree leads from each marked content to the element that has it", "list the elements of a page in the order of their numbers", always, wrongParents},
		{"PDF 14.7.4.4-3", "ISO 32000-1, 14.7.4.4", "the parent tree leads from each tagged annotation to its element", "write /StructParent and the entry", always, wrongStructParent},
		{"30-001", "ISO 14289-1, 7.20", "no form refers to a page of another file", "draw the content itself", always, seen(referenceForm, "a form refers to another file")},
		{"30-002", "ISO 14289-1, 7.20", "a form with tagged content of its own is painted once", "tag the place where it is painted instead", always, paintedTwice},
	}
}

func structureRules() []rule {
	return slices.Concat([]rule{
		{"UA 6.2-1", "ISO 14289-1, 6.2", "the file is marked as tagged", "write /MarkInfo << /Marked true >>", always, notMarked},
		{"UA 7.1-11", "ISO 14289-1, 7.1", "there is a structure tree", "write /StructTreeRoot with an element for each piece of content", always, noTree},
		{"01-007", "ISO 14289-1, 7.1", "the tags are not suspect", "check the tags and leave out /Suspects", always, suspects},
		{"02-001", "ISO 14289-1, 7.1", "each type of element is a standard one or mapped to one", "map the type in /RoleMap", always, seen(unmappedType, "the type %s is no standard type and not mapped to one")},
		{"02-003", "ISO 14289-1, 7.1", "the role map runs in no circle", "map the type to a standard one", always, seen(circularType, "the type %s is mapped in a circle")},
		{"02-004", "ISO 14289-1, 7.1", "no standard type is mapped to another", "leave the type out of /RoleMap", always, remapped},
		{"PDF 14.7.2", "ISO 32000-1, 14.7.2", "each structure element is in one place of the tree", "name each element in one /K", always, brokenTree},
	}, pictureRules(), tableRules())
}

func pictureRules() []rule {
	return []rule{
		{"13-004", "ISO 14289-1, 7.3", "each figure has an alternative or replacement text", "write /Alt: what the picture tells", always, noAlt("Figure")},
		{"17-002", "ISO 14289-1, 7.7", "each formula has an alternative text", "write /Alt: the formula as it is read aloud", always, noAlt("Formula")},
		{"PDF 14.8.5.4.3", "ISO 32000-1, 14.8.5.4.3", "each figure says where it is on its page", "write the layout attribute /BBox", advice, noBox},
		{"14-002", "ISO 14289-1, 7.4.2", "the first numbered heading is H1", "begin with H1", always, firstHeading},
		{"14-003", "ISO 14289-1, 7.4.2", "no level of headings is skipped", "use the next level", always, skippedHeading},
		{"14-006", "ISO 14289-1, 7.4.4", "an element holds one unnumbered heading at most", "put each heading and its text into an element of its own", always, severalHeadings},
		{"14-007", "ISO 14289-1, 7.4.4", "headings are all numbered or all unnumbered", "use H1 to H6 only", always, mixedHeadings},
		{"19-003", "ISO 14289-1, 7.9", "each note has an ID", "write /ID", always, noteWithoutID},
		{"19-004", "ISO 14289-1, 7.9", "each note has an ID of its own", "write different /ID", always, notesWithOneID},
	}
}

func tableRules() []rule {
	return []rule{
		{"09-004", "ISO 14289-1, 7.2", "tables hold rows, rows hold cells (ISO 32000-1, table 337)", "nest Table, THead, TBody, TFoot, TR, TH and TD", always, wronglyNested(tableNesting())},
		{"09-005", "ISO 14289-1, 7.2", "lists hold items, items hold a label and a body (ISO 32000-1, table 336)", "nest L, LI, Lbl and LBody", always, wronglyNested(listNesting())},
		{"09-006", "ISO 14289-1, 7.2", "tables of contents hold their items (ISO 32000-1, table 333)", "nest TOC and TOCI", always, wronglyNested(contentsNesting())},
		{"09-007", "ISO 14289-1, 7.2", "ruby text holds its base and its text (ISO 32000-1, table 338)", "nest Ruby, RB, RT and RP", always, wronglyNested(rubyNesting())},
		{"09-008", "ISO 14289-1, 7.2", "warichu text holds its text (ISO 32000-1, table 338)", "nest Warichu, WP and WT", always, wronglyNested(warichuNesting())},
		{"15-003", "ISO 14289-1, 7.5", "each header cell says what it heads, unless cells name their headers", "write the table attribute /Scope: /Row or /Column", always, noScope},
		{"UA 7.2-15", "ISO 14289-1, 7.2", "no cell reaches into another", "correct /RowSpan and /ColSpan", always, cellsCross},
		{"UA 7.2-42", "ISO 14289-1, 7.2", "all rows of a table are equally long, spans counted", "write empty TD for empty cells", always, unequalRows},
	}
}

func languageRules() []rule {
	return []rule{
		{"10-001", "ISO 14289-1, 7.2", "each character that is shown can be read as text", "map the character in the font's /ToUnicode", always, unmapped},
		{"11-001", "ISO 14289-1, 7.2", "text on the pages says what language it is in", "write /Lang into the catalogue", always, textWithoutLang},
		{"11-002", "ISO 14289-1, 7.2", "alternative and replacement texts say what language they are in", "write /Lang into the catalogue", always, altWithoutLang},
		{"11-003", "ISO 14289-1, 7.2", "the outline says what language it is in", "write /Lang into the catalogue", always, outlineWithoutLang},
		{"11-004", "ISO 14289-1, 7.2", "descriptions of annotations say what language they are in", "write /Lang into the catalogue", always, contentsWithoutLang},
		{"11-005", "ISO 14289-1, 7.2", "names of form fields say what language they are in", "write /Lang into the catalogue", always, fieldWithoutLang},
		{"11-006", "ISO 14289-1, 7.2", "the metadata say what language they are in", "write /Lang into the catalogue", always, metadataWithoutLang},
		{"UA 7.2-29", "ISO 14289-1, 7.2; BCP 47", "each language is given as a language tag", "write a tag such as nb-NO or en", always, wrongTags},
	}
}

func annotationRules() []rule {
	return []rule{
		{"28-002", "ISO 14289-1, 7.18.1", "each annotation is in an Annot element", "add an Annot element with an object reference", always, annotOutside},
		{"28-004", "ISO 14289-1, 7.18.1", "each annotation has a description", "write /Contents", always, annotUndescribed},
		{"28-005", "ISO 14289-1, 7.18.1", "each form field has a name for people", "write /TU", always, fieldUndescribed},
		{"28-006", "ISO 14289-1, 7.18.2", "each annotation is of a type that the standard knows", "use a type of ISO 32000-1, table 169", always, annotUnknown},
		{"28-007", "ISO 14289-1, 7.18.2", "there is no TrapNet annotation", "leave it out", always, annotTrapNet},
		{"28-008", "ISO 14289-1, 7.18.3", "a page with annotations says in what order the tab key visits them", "write /Tabs /S into the page", always, noTabs},
		{"28-009", "ISO 14289-1, 7.18.3", "the tab key visits annotations in the order of the structure", "write /Tabs /S into the page", always, wrongTabs},
		{"28-010", "ISO 14289-1, 7.18.4", "each form field is in a Form element", "put the object reference into a Form element", always, fieldOutside},
		{"28-011", "ISO 14289-1, 7.18.5", "each link is in a Link element", "put the object reference and the text of the link into a Link element", always, linkOutside},
		{"28-012", "ISO 14289-1, 7.18.5", "each link says where it leads", "write /Contents", always, linkUndescribed},
		{"28-014", "ISO 14289-1, 7.18.6.2", "each media clip tells its type", "write /CT", always, clipWithout("CT")},
		{"28-015", "ISO 14289-1, 7.18.6.2", "each media clip has an alternative text", "write /Alt", always, clipWithout("Alt")},
		{"28-016", "ISO 14289-1, 7.18.7", "each file attachment annotation names its file", "write /F and /UF", always, annotFile},
		{"28-017", "ISO 14289-1, 7.18.8", "printer's marks are in no element", "leave them out of the structure", always, taggedMark},
	}
}

func fontRules() []rule {
	return []rule{
		{"31-001", "ISO 14289-1, 7.21.3.1", "a composite font's encoding is of the registry of its characters", "use Identity-H", always, otherRegistry},
		{"31-002", "ISO 14289-1, 7.21.3.1", "a composite font's encoding is of the ordering of its characters", "use Identity-H", always, otherOrdering},
		{"31-003", "ISO 14289-1, 7.21.3.1", "a composite font has all characters that its encoding knows", "use Identity-H", always, otherSupplement},
		{"31-004", "ISO 14289-1, 7.21.3.2", "the map from characters to glyphs is a stream or Identity", "write /CIDToGIDMap /Identity", always, wrongGlyphMap},
		{"31-005", "ISO 14289-1, 7.21.3.2", "a composite TrueType font maps its characters to glyphs", "write /CIDToGIDMap /Identity", always, noGlyphMap},
		{"31-006", "ISO 14289-1, 7.21.3.3", "a composite font's encoding is a predefined one or embedded", "use Identity-H", always, foreignEncoding},
		{"31-007", "ISO 14289-1, 7.21.3.3", "an embedded encoding is of one direction of writing", "write the same /WMode twice", always, twoDirections},
		{"31-008", "ISO 14289-1, 7.21.3.3", "an embedded encoding builds on predefined ones only", "use Identity-H", always, foreignBase},
		{"31-009", "ISO 14289-1, 7.21.4.1", "the font program of each font that is used is embedded", "embed the font", always, notEmbedded},
		{"31-011", "ISO 14289-1, 7.21.4.1", "the font program has all glyphs that are used", "embed a subset with these glyphs", always, absentGlyph},
		{"31-014", "ISO 14289-1, 7.21.4.2", "a list of the font's characters has all that are used", "leave out /CIDSet", always, incompleteSet},
		{"31-016", "ISO 14289-1, 7.21.5", "glyphs are as wide as the font dictionary says", "take the widths from the font program", always, otherWidth},
		{"31-017", "ISO 14289-1, 7.21.6", "a TrueType font with a standard encoding has a table of characters for it", "embed the font with its cmap", always, noCharacterTable},
		{"31-019", "ISO 14289-1, 7.21.6", "a non-symbolic TrueType font has an encoding", "write /Encoding /WinAnsiEncoding", always, noEncoding},
		{"31-020", "ISO 14289-1, 7.21.6", "an encoding of a TrueType font names the one it builds on", "write /BaseEncoding /WinAnsiEncoding", always, noBaseEncoding},
		{"31-021", "ISO 14289-1, 7.21.6", "the encoding of a TrueType font is WinAnsi or MacRoman", "write /WinAnsiEncoding", always, otherEncoding},
		{"31-022", "ISO 14289-1, 7.21.6", "characters of a TrueType font are named as in the Adobe Glyph List", "use names of the list or uniXXXX", always, unlistedNames},
		{"31-023", "ISO 14289-1, 7.21.6", "a TrueType font with named characters has a Unicode table", "embed the font with its (3,1) cmap", always, namesWithoutTable},
		{"31-024", "ISO 14289-1, 7.21.6", "a symbolic TrueType font has no encoding", "leave out /Encoding, or the symbolic flag", always, symbolicEncoding},
		{"31-025", "ISO 14289-1, 7.21.6", "a symbolic TrueType font has a table of characters", "embed the font with its cmap", always, symbolicWithoutTable},
		{"31-026", "ISO 14289-1, 7.21.6", "a symbolic TrueType font has one table of characters, or a symbol one", "embed the font with one cmap", always, symbolicTables},
		{"31-027", "ISO 14289-1, 7.21.7", "each font maps its characters to Unicode", "write /ToUnicode", always, noUnicode},
		{"31-028", "ISO 14289-1, 7.21.7", "no character is mapped to U+0000", "correct /ToUnicode", always, zeroUnicode},
		{"31-029", "ISO 14289-1, 7.21.7", "no character is mapped to U+FEFF or U+FFFE", "correct /ToUnicode", always, markUnicode},
		{"31-030", "ISO 14289-1, 7.21.8", "no character is shown as the box for a missing one", "use a font that has the character", always, missingGlyph},
	}
}
