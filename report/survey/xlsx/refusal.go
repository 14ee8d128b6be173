package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"
)

// Is tells the containers of Office programs and of those that came after: zip for XLSX, and an older one.
func Is(data []byte) bool {
	isZip := bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
	return isZip || isCompound(data)
}

// isCompound tells what Office programs saved before 2007, and files with a password.
func isCompound(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
}

const saveAsTable = "save it as .xlsx or as CSV (UTF-8)"

// refusal is why a container is no XLSX that can be read, and what to do; empty for one that is.
func refusal(data []byte) (why, hint string) {
	if isCompound(data) {
		return refusalOfCompound(data)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "the spreadsheet or zip file is damaged", "fetch it again, or open it and save it again as .xlsx"
	}
	size := uint64(0)
	isWorkbook := false
	for _, f := range z.File {
		if size += f.UncompressedSize64; size > mostUnpacked || f.UncompressedSize64 > mostUnpacked {
			return "the spreadsheet is larger than 1 GB when unpacked", "save it as CSV (UTF-8)"
		}
		switch {
		case f.Name == "mimetype" && isOpenDocument(f):
			return "this is an OpenDocument spreadsheet, .ods", "open it in LibreOffice and " + saveAsTable
		case f.Name == "Index.zip", strings.HasPrefix(f.Name, "Index/") && path.Ext(f.Name) == ".iwa":
			return "this is a spreadsheet of Apple Numbers", "open it in Numbers and export it to Excel or CSV"
		case strings.EqualFold(f.Name, "xl/workbook.bin"):
			return "this is a binary spreadsheet, .xlsb", saveAsTable
		case strings.HasPrefix(f.Name, "word/"), strings.HasPrefix(f.Name, "ppt/"):
			return "this is a Word or PowerPoint file, not a spreadsheet", saveAsTable
		case strings.EqualFold(entryName(f.Name), "[Content_Types].xml"):
			isWorkbook = true
		}
	}
	if !isWorkbook {
		return "this is a zip file, not a spreadsheet", "take the file with the answers out of it"
	}
	return "", ""
}

func refusalOfCompound(data []byte) (why, hint string) {
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return "the spreadsheet is protected with a password", "save it without a password"
	case bytes.Contains(data, wide("Workbook")), bytes.Contains(data, wide("Book")):
		return "this is a spreadsheet of the old kind, .xls", saveAsTable
	}
	return "this is an old Office file or one with a password, and no spreadsheet that can be read", saveAsTable
}

// wide is the text as the container writes its names: UTF-16.
func wide(s string) []byte { return []byte(strings.Join(strings.Split(s, ""), "\x00") + "\x00") }

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
