package inspect

func archiveFileRules() []rule {
	return []rule{
		{"A 6.1.2-1", "ISO 19005-2, 6.1.2", "the file begins with %PDF-1.n", "write nothing before the header", archive, wrongHeader},
		{"A 6.1.2-2", "ISO 19005-2, 6.1.2", "a comment of four bytes above 127 follows the header", "write a binary comment as the second line", archive, noBinaryComment},
		{"A 6.1.3-1", "ISO 19005-2, 6.1.3", "the trailer has an /ID", "write /ID with two strings", archive, noID},
		{"A 6.1.3-2", "ISO 19005-2, 6.1.3", "the file is not encrypted", "write the file without encryption", archive, encrypted},
		{"A 6.1.3-3", "ISO 19005-2, 6.1.3", "nothing follows the end of the file", "end the file after %%EOF", archive, trailingData},
		{"A 6.1.7.1-3", "ISO 19005-2, 6.1.7.1", "the data of streams are in the file", "leave out /F, /FFilter and /FDecodeParms", archive, seen(externalStream, "the stream's data are in another file")},
		{"A 6.1.7.2-1", "ISO 19005-2, 6.1.7.2", "streams are compressed in ways that are free for all", "use FlateDecode", archive, seen(foreignFilter, "the stream uses the filter %s")},
		{"A 6.1.10-1", "ISO 19005-2, 6.1.10", "images in the content are compressed in ways that are free for all", "use FlateDecode", archive, seen(inlineFilter, "an image in the content uses the filter %s")},
		{"A 6.1.12-1", "ISO 19005-2, 6.1.12", "permissions are those of signatures only", "leave out other keys of /Perms", archive, otherPermissions},
		{"A 6.1.13-1", "ISO 19005-2, 6.1.13", "whole numbers fit in 32 bits", "write smaller numbers", archive, seen(largeInteger, "the number %s is too large")},
		{"A 6.1.13-2", "ISO 19005-2, 6.1.13", "numbers are within ±3.403e38", "write smaller numbers", archive, seen(largeReal, "the number %s is too large")},
		{"A 6.1.13-3", "ISO 19005-2, 6.1.13", "strings have at most 32,767 bytes", "divide the string", archive, seen(longString, "a string has %s bytes")},
		{"A 6.1.13-4", "ISO 19005-2, 6.1.13", "names have at most 127 bytes", "shorten the name", archive, seen(longName, "the name %s… is too long")},
		{"A 6.1.13-7", "ISO 19005-2, 6.1.13", "there are at most 8,388,607 objects", "divide the file", archive, manyObjects},
		{"A 6.1.13-8", "ISO 19005-2, 6.1.13", "at most 28 graphics states are within each other", "write Q before the next q", archive, seen(deepStates, "more than 28 graphics states are within each other")},
		{"A 6.1.13-9", "ISO 19005-2, 6.1.13", "a DeviceN colour has at most 32 colorants", "use fewer colorants", archive, seen(deviceNColorants, "a colour space has more than 32 colorants")},
		{"A 6.1.13-11", "ISO 19005-2, 6.1.13", "pages measure 3 to 14,400 points", "change the size of the page", archive, pageSize},
	}
}

func archiveContentRules() []rule {
	return []rule{
		{"A 6.2.2-1", "ISO 19005-2, 6.2.2", "the content holds operators of the standard only", "leave the operator out", archive, seen(unknownOperator, "there is no operator %s")},
		{"A 6.2.2-2", "ISO 19005-2, 6.2.2", "each form has resources of its own", "write /Resources", archive, seen(inheritedResources, "a form has no resources of its own")},
		{"A 6.2.3-1", "ISO 19005-2, 6.2.3", "the output intent has an ICC profile of a screen or printer, of version 2 or 4", "embed a valid sRGB profile", archive, wrongProfile},
		{"A 6.2.3-2", "ISO 19005-2, 6.2.3", "all output intents have the same profile", "use one profile object", archive, severalProfiles},
		{"A 6.2.4.2-1", "ISO 19005-2, 6.2.4.2", "ICC profiles of colour spaces are valid", "embed a valid profile", archive, seen(profileOfSpace, "%s")},
		{"A 6.2.4.2-2", "ISO 19005-2, 6.2.4.2", "colour spaces have as many numbers as their profile", "correct /N", archive, seen(numberOfComponents, "/N of a colour space is not that of its profile")},
		{"A 6.2.4.3-2", "ISO 19005-2, 6.2.4.3", "DeviceRGB is used with an RGB output intent only", "write an output intent with an sRGB profile", archive, deviceWithout(deviceRGB, "DeviceRGB", "RGB ")},
		{"A 6.2.4.3-3", "ISO 19005-2, 6.2.4.3", "DeviceCMYK is used with a CMYK output intent only", "use RGB, or write an output intent with a CMYK profile", archive, deviceWithout(deviceCMYK, "DeviceCMYK", "CMYK")},
		{"A 6.2.4.3-4", "ISO 19005-2, 6.2.4.3", "DeviceGray is used with an output intent only", "write an output intent with an sRGB profile", archive, deviceWithout(deviceGray, "DeviceGray", "")},
		{"A 6.2.5-1", "ISO 19005-2, 6.2.5", "there is no transfer function", "leave out /TR", archive, seen(transferFunction, "a graphics state has /TR")},
		{"A 6.2.5-2", "ISO 19005-2, 6.2.5", "there is no transfer function but the default one", "leave out /TR2", archive, seen(transferFunction2, "a graphics state has /TR2 other than /Default")},
		{"A 6.2.5-3", "ISO 19005-2, 6.2.5", "there is no halftone phase", "leave out /HTP", archive, seen(halftonePhase, "a graphics state has /HTP")},
		{"A 6.2.5-4", "ISO 19005-2, 6.2.5", "halftones are of type 1 or 5, without a name", "leave out /HT", archive, seen(halftone, "a graphics state has a halftone that PDF/A does not have")},
		{"A 6.2.6-1", "ISO 19005-2, 6.2.6", "rendering intents are those of the standard", "use RelativeColorimetric", archive, seen(wrongIntent, "there is no rendering intent %s")},
		{"A 6.2.8-1", "ISO 19005-2, 6.2.8.1", "images have no alternates", "leave out /Alternates", archive, seen(imageAlternates, "an image has /Alternates")},
		{"A 6.2.8-2", "ISO 19005-2, 6.2.8.1", "images are not replaced in print", "leave out /OPI", archive, seen(imageOPI, "an image has /OPI")},
		{"A 6.2.8-3", "ISO 19005-2, 6.2.8.1", "images are not interpolated", "set /Interpolate to false", archive, interpolated},
		{"A 6.2.9-1", "ISO 19005-2, 6.2.9", "forms are not replaced in print", "leave out /OPI", archive, seen(formOPI, "a form has /OPI")},
		{"A 6.2.9-3", "ISO 19005-2, 6.2.9", "there is no PostScript", "draw with PDF operators", archive, seen(postScript, "there is PostScript in the file")},
		{"A 6.2.10-1", "ISO 19005-2, 6.2.10", "blend modes are those of the standard", "use /Normal", archive, seen(wrongBlendMode, "there is no blend mode %s")},
		{"A 6.2.10-2", "ISO 19005-2, 6.2.10", "a page with transparency says in what colours it is blended", "write an output intent, or /Group with /CS into the page", archive, unsaidBlending},
	}
}

func archiveDocumentRules() []rule {
	return []rule{
		{"A 6.3.1-1", "ISO 19005-2, 6.3.1", "annotations are of types that can be shown on paper", "leave it out", archive, annotForbidden},
		{"A 6.3.2-1", "ISO 19005-2, 6.3.2", "each annotation says how it is shown", "write /F 4", archive, annotWithoutFlags},
		{"A 6.3.2-2", "ISO 19005-2, 6.3.2", "each annotation is printed, and none is hidden", "write /F 4", archive, annotFlags},
		{"A 6.3.3-1", "ISO 19005-2, 6.3.3", "each annotation but links has an appearance", "write /AP with /N", archive, annotAppearance},
		{"A 6.4.1-1", "ISO 19005-2, 6.4.1", "form fields do nothing by themselves", "leave out /A and /AA", archive, fieldActions},
		{"A 6.4.1-3", "ISO 19005-2, 6.4.1", "form fields have their appearance in the file", "leave out /NeedAppearances", archive, needAppearances},
		{"A 6.4.2-1", "ISO 19005-2, 6.4.2", "there is no XFA form", "leave out /XFA", archive, xfaForm},
		{"A 6.5.1-1", "ISO 19005-2, 6.5.1", "actions lead somewhere and do nothing else", "use URI and GoTo", archive, seen(forbiddenAction, "there is an action of type %s")},
		{"A 6.5.2-1", "ISO 19005-2, 6.5.2", "the document does nothing by itself", "leave out /AA of the catalogue", archive, documentActions},
		{"A 6.5.2-2", "ISO 19005-2, 6.5.2", "pages do nothing by themselves", "leave out /AA of the page", archive, pageActions},
		{"A 6.6.2.1-2", "ISO 19005-2, 6.6.2.1", "the XMP packet has no bytes and no encoding attribute", `write <?xpacket begin="…" id="W5M0MpCehiHzreSzNTczkc9d"?>`, archive, oldPacket},
		{"A 6.6.2.1-5", "ISO 19005-2, 6.6.2.1", "the metadata can be read by any program", "write the metadata without a filter", archiveAdvice, packedMetadata},
		{"A 6.6.2.3.1-1", "ISO 19005-2, 6.6.2.3", "each kind of metadata is a predefined one or described in the file", "write an extension schema", archive, undescribed},
		{"A 6.6.3", "ISO 19005-2, 6.6.3", "the metadata and the information dictionary agree", "write the same into both", archiveAdvice, disagree},
		{"A 6.6.4-1", "ISO 19005-2, 6.6.4", "the metadata say which part of PDF/A the file conforms to", "write <pdfaid:part>2</pdfaid:part> or 3", archive, wrongPart},
		{"A 6.6.4-2", "ISO 19005-2, 6.6.4", "the metadata say which level of PDF/A the file conforms to", "write <pdfaid:conformance>A</pdfaid:conformance>", archive, wrongLevel},
		{"A 6.8-1", "ISO 19005-3, 6.8", "each attachment tells its media type", "write /Subtype with a MIME type", archive3, untypedFiles},
		{"A 6.8-3", "ISO 19005-3, 6.8", "each attachment tells what it has to do with the document", "write /AFRelationship", archive3, unrelatedFiles},
		{"A 6.8-4", "ISO 19005-3, 6.8", "each attachment belongs to the document or a part of it", "name it in /AF of the catalogue", archive3, unassociatedFiles},
		{"A 6.8-5", "ISO 19005-2, 6.8", "attachments are PDF/A themselves", "claim PDF/A-3, or leave the attachment out", archive2, foreignFiles},
		{"A 6.9-1", "ISO 19005-2, 6.9", "each configuration of layers has a name of its own", "write different /Name", archive, layerNames},
		{"A 6.10-1", "ISO 19005-2, 6.10", "there is no other presentation of the document", "leave out /AlternatePresentations", archive, alternatePresentations},
		{"A 6.10-2", "ISO 19005-2, 6.10", "pages have no steps of presentation", "leave out /PresSteps", archive, presentationSteps},
		{"A 6.11-1", "ISO 19005-2, 6.11", "the document asks for no features of the reader", "leave out /Requirements", archive, requirements},
	}
}
