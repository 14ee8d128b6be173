package survey

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"lysark/config/diag"
)

// isOffice tells the containers of Office programs and of those that came after: zip for XLSX, and an older one.
func isOffice(_ string, data []byte) bool {
	isZip := bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
	return isZip || isCompound(data)
}

// isCompound tells what Office programs saved before 2007, and files with a password.
func isCompound(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
}

// tellCompound says what to do with a file in the old container of Office.
func tellCompound(name string, data []byte, list *diag.List) {
	at := diag.Pos{File: name}
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		list.Errorf(at, diag.BadFile, "save it without a password", "the spreadsheet is protected with a password")
	case bytes.Contains(data, wide("Workbook")), bytes.Contains(data, wide("Book")):
		list.Errorf(at, diag.BadFile, "save it as .xlsx or as CSV (UTF-8)",
			"this is a spreadsheet of the old kind, .xls")
	default:
		list.Errorf(at, diag.BadFile, "save it as .xlsx or as CSV (UTF-8)",
			"this is an old Office file or one with a password, and no spreadsheet that can be read")
	}
}

// wide is the text as the container writes its names: UTF-16.
func wide(s string) []byte {
	var out []byte
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return out
}

// checkPackage tells whether a container is an XLSX of a size that can be read, and says what to do if not.
func checkPackage(name string, data []byte, list *diag.List) bool {
	at := diag.Pos{File: name}
	if isCompound(data) {
		tellCompound(name, data, list)
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		list.Errorf(at, diag.BadFile, "fetch it again, or open it and save it again as .xlsx",
			"the spreadsheet or zip file is damaged")
		return false
	}
	size := uint64(0)
	isWorkbook := false
	for _, f := range z.File {
		if size += f.UncompressedSize64; size > mostUnpacked || f.UncompressedSize64 > mostUnpacked {
			list.Errorf(at, diag.BadFile, "save it as CSV (UTF-8)", "the spreadsheet is larger than 1 GB when unpacked")
			return false
		}
		switch {
		case f.Name == "mimetype" && isOpenDocument(f):
			list.Errorf(at, diag.BadFile, "open it in LibreOffice and save it as .xlsx or as CSV (UTF-8)",
				"this is an OpenDocument spreadsheet, .ods")
			return false
		case f.Name == "Index.zip", strings.HasPrefix(f.Name, "Index/") && path.Ext(f.Name) == ".iwa":
			list.Errorf(at, diag.BadFile, "open it in Numbers and export it to Excel or CSV",
				"this is a spreadsheet of Apple Numbers")
			return false
		case strings.EqualFold(f.Name, "xl/workbook.bin"):
			list.Errorf(at, diag.BadFile, "save it as .xlsx or as CSV (UTF-8)", "this is a binary spreadsheet, .xlsb")
			return false
		case strings.HasPrefix(f.Name, "word/"), strings.HasPrefix(f.Name, "ppt/"):
			list.Errorf(at, diag.BadFile, "save it as .xlsx or as CSV (UTF-8)",
				"this is a Word or PowerPoint file, not a spreadsheet")
			return false
		case strings.EqualFold(entryName(f.Name), "[Content_Types].xml"):
			isWorkbook = true
		}
	}
	if !isWorkbook {
		list.Errorf(at, diag.BadFile, "take the file with the answers out of it",
			"this is a zip file, not a spreadsheet")
	}
	return isWorkbook
}

// mostUnpacked bounds what a small file may unpack to, in bytes.
const mostUnpacked = 1 << 30

func isOpenDocument(f *zip.File) bool {
	r, err := f.Open()
	if err != nil {
		return false
	}
	defer r.Close()
	kind, _ := io.ReadAll(io.LimitReader(r, 100))
	return bytes.HasPrefix(kind, []byte("application/vnd.oasis.opendocument."))
}
