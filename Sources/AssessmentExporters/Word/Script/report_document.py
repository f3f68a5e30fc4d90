"""Writes a report as an editable Word document, in the layout of official documents of China (GB/T 9704-2012).

Standard input holds the report as JSON, standard output gets the document; nothing else is read or written. The same
input gives the same bytes. Lengths are twentieths of a point, as WordprocessingML has them. Needs python-docx.
"""

import base64
import datetime
import io
import json
import sys
import zipfile

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.shared import Mm, Pt, RGBColor, Twips
from lxml import etree

# A4; 37 mm above and 28 mm left of a text area of 156 x 225 mm, with 22 lines of 28 characters of 16 points.
PAGE = {"width": 210, "height": 297, "top": 37, "left": 28, "right": 26, "bottom": 35}
TEXT_WIDTH = 8844
LINE = 28.95
CHARACTER_SPACE = -5

# The fonts that the standard names, and those that stand in for them where they are not installed.
STAND_INS = {
    "方正小标宋简体": "方正小标宋_GBK,FZXiaoBiaoSong-B05S,STZhongsong,华文中宋,宋体,Noto Serif CJK SC",
    "仿宋_GB2312": "仿宋,FangSong,FangSong_GB2312,STFangsong,华文仿宋,Noto Serif CJK SC",
    "黑体": "SimHei,STHeiti,微软雅黑,Noto Sans CJK SC",
    "楷体_GB2312": "楷体,KaiTi,KaiTi_GB2312,STKaiti,华文楷体,Noto Serif CJK SC",
    "宋体": "SimSun,STSong,华文宋体,Noto Serif CJK SC",
}
FONTS = dict(zip(["title", "text", "chapter", "unit", "table"], STAND_INS))
LATIN = "Times New Roman"

# In points, of the Chinese and of the English edition: the standard's sizes are those of Chinese characters.
SIZES = {
    "zh": {"title": 22, "chapter": 16, "unit": 16, "section": 16, "text": 16, "small": 12, "table": 9, "folio": 14},
    "en": {"title": 22, "chapter": 16, "unit": 14, "section": 12, "text": 12, "small": 10, "table": 8.5, "folio": 12},
}
WORDS = {
    "zh": {"lead": "要点", "note": "附注", "cell": "表格文字", "number": "表格数字", "picture": "图", "list": "目录标题",
           "gap": "表后", "cover": "封面文字"},
    "en": {"lead": "Lead", "note": "Note", "cell": "Table text", "number": "Table number", "picture": "Picture",
           "list": "Contents title", "gap": "After a table", "cover": "Cover text"},
}
KEPT_STYLES = {
    "Normal", "Default Paragraph Font", "Normal Table", "No List", "footer", "heading 1", "heading 2", "heading 3",
    "Title", "Subtitle", "Body Text", "caption", "Table Grid",
}
BORDERS = "8A929C"

# The order in which the schema has the properties of paragraphs and runs.
PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
    spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
    divId cnfStyle rPr sectPr pPrChange""".split()
RUN = """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
    webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath""".split()


def element(tag, **attributes):
    made = OxmlElement("w:" + tag)
    for key, value in attributes.items():
        made.set(qn("w:" + key), str(value))
    return made


def add(parent, tag, **attributes):
    """Adds a child without looking for its place, which the caller knows; much faster where there are many."""
    made = etree.SubElement(parent, qn("w:" + tag))
    for key, value in attributes.items():
        made.set(qn("w:" + key), str(value))
    return made


def arranged(properties, order):
    properties[:] = sorted(properties, key=lambda child: order.index(etree.QName(child).localname))


def write_text(run, text):
    """Puts a text into a run; its lines stay lines."""
    for number, line in enumerate(text.split("\n")):
        if number:
            add(run, "br")
        made = add(run, "t")
        made.text = line
        made.set(qn("xml:space"), "preserve")


def add_field(parent, instruction, shown="", dirty=False):
    """Adds a field that the word processor computes, such as a page number."""
    begin = add(add(parent, "r"), "fldChar", fldCharType="begin")
    if dirty:
        begin.set(qn("w:dirty"), "true")
    code = add(add(parent, "r"), "instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = " %s " % instruction
    add(add(parent, "r"), "fldChar", fldCharType="separate")
    if shown is not None:
        write_text(add(parent, "r"), shown)
        add(add(parent, "r"), "fldChar", fldCharType="end")


def chinese(number):
    """A number below a thousand in Chinese digits, as headings carry it."""
    digits = "零一二三四五六七八九"
    hundreds, tens, units = number // 100 % 10, number // 10 % 10, number % 10
    text = digits[hundreds] + "百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and units:
        text += "零"
    return text + (digits[units] if units or not text else "")


def property_text(text):
    """A document property, which has room for 255 characters; the report itself shows the whole text."""
    return text if len(text) <= 255 else text[:254] + "…"


class Styles:
    """The styles of the document: everything looks as its style says, so that an office changes it in one place."""

    def __init__(self, document, language):
        self.document = document
        self.chinese = language == "zh"
        self.size, self.words = SIZES[language], WORDS[language]
        self.ids = {}
        self.tidy()
        self.define()

    def tidy(self):
        """Takes away what the library's own template brings and no report needs."""
        styles = self.document.styles.element
        for style in styles.findall(qn("w:style")):
            if style.find(qn("w:name")).get(qn("w:val")) not in KEPT_STYLES:
                styles.remove(style)
                continue
            for link in style.findall(qn("w:link")):
                style.remove(link)
        latin = {"ascii": LATIN, "hAnsi": LATIN, "cs": LATIN, "eastAsia": FONTS["text"]}
        defaults = styles.find(qn("w:docDefaults"))
        properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
        properties[:] = [
            element("rFonts", **latin), element("sz", val=2 * self.size["text"]),
            element("szCs", val=2 * self.size["text"]), element("lang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA")]
        defaults.find(qn("w:pPrDefault"))[:] = []

    def define(self):
        size, line = self.size, LINE if self.chinese else None
        justified = WD_ALIGN_PARAGRAPH.JUSTIFY if self.chinese else WD_ALIGN_PARAGRAPH.LEFT
        after = 0 if self.chinese else 6
        self.paragraph("normal", "Normal", "text", size["text"], base=None, line=line)
        self.paragraph("paragraph", "Body Text", "text", size["text"], line=line, after=after, indent=True,
                       alignment=justified, spaced=True)
        self.paragraph("lead", self.words["lead"], "text", size["text"], base="paragraph", line=line, after=after,
                       indent=True, alignment=justified, spaced=True)
        self.paragraph("note", self.words["note"], "text", size["small"], line=18 if self.chinese else None, after=4)
        self.paragraph("title", "Title", "title", size["title"], bold=not self.chinese, line=36, before=120, after=18,
                       alignment=WD_ALIGN_PARAGRAPH.CENTER)
        self.paragraph("subtitle", "Subtitle", "unit", size["chapter"], line=line, after=130,
                       alignment=WD_ALIGN_PARAGRAPH.CENTER)
        self.paragraph("cover", self.words["cover"], "text", size["small"], line=20, after=4, wide=True,
                       alignment=WD_ALIGN_PARAGRAPH.CENTER)
        headings = [("chapter", 14), ("unit", 12), ("section", 8)]
        for level, (kind, after) in enumerate(headings, 1):
            self.paragraph(
                kind, "Heading %d" % level, "text" if kind == "section" else kind, size[kind], line=line,
                bold=kind == "section" or not self.chinese, indent=True, spaced=True, keeps=True, level=level,
                before=6 if kind == "section" else 0, after=6 if self.chinese and kind != "section" else after)
        self.paragraph("list", self.words["list"], "chapter", size["chapter"], bold=not self.chinese, line=line,
                       after=12, alignment=WD_ALIGN_PARAGRAPH.CENTER, starts_page=True)
        self.paragraph("caption", "Caption", "table", size["small"] - 1.5, bold=True, before=4, after=3, keeps=True)
        self.paragraph("picture", self.words["picture"], "table", size["table"], after=2)
        self.paragraph("cell", self.words["cell"], "table", size["table"], before=1.5, after=1.5)
        self.paragraph("number", self.words["number"], "table", size["table"], base="cell", before=1.5, after=1.5,
                       alignment=WD_ALIGN_PARAGRAPH.RIGHT)
        self.paragraph("gap", self.words["gap"], "table", 4, line=10)
        self.paragraph("footer", "Footer", "table", size["folio"])
        for level in (1, 2):
            self.paragraph("toc%d" % level, "toc %d" % level, "text", size["text"] - 2, after=2,
                           line=24 if self.chinese else None)
            form = self.document.styles["toc %d" % level].paragraph_format
            form.left_indent = Twips(560 * (level - 1))
            form.right_indent = Twips(420)
            form.tab_stops.add_tab_stop(Twips(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        grid = self.document.styles["Table Grid"].element.find(qn("w:tblPr"))
        for edge in grid.find(qn("w:tblBorders")):
            edge.set(qn("w:color"), BORDERS)
        for side, width in [("left", 75), ("right", 45)]:
            grid.find(qn("w:tblCellMar")).find(qn("w:" + side)).set(qn("w:w"), str(width))

    def paragraph(self, kind, name, font, size, base="normal", line=None, bold=False, before=0, after=0, indent=False,
                  alignment=None, spaced=False, keeps=False, level=None, starts_page=False, wide=False):
        """Defines the style of a kind of paragraph."""
        styles = self.document.styles
        known = [style.name for style in styles]
        if name in known:
            style = styles[name]
        else:
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
            # An id in ASCII, whatever the language of the name.
            style.element.set(qn("w:styleId"), kind.upper() if name.startswith("toc") else "Report" + kind.title())
            style.quick_style = not name.startswith("toc")
            style.hidden = False
        style.base_style = styles[self.name(base)] if base else None
        self.ids[kind] = (style.style_id, name)
        if style.element.rPr is not None:
            style.element.rPr[:] = []
        if style.element.pPr is not None:
            style.element.pPr[:] = []
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
        if line:
            form.line_spacing_rule = WD_LINE_SPACING.AT_LEAST if kind in ("title", "section") else WD_LINE_SPACING.EXACTLY
            form.line_spacing = Pt(line)
        else:
            form.line_spacing = 1.15 if font != "table" and not self.chinese else 1.0
        form.alignment = alignment
        form.keep_with_next = form.keep_together = True if keeps else None
        form.page_break_before = True if starts_page or level in (1, 2) else None
        style.font.name, style.font.size = LATIN, Pt(size)
        style.font.bold = bold
        style.font.color.rgb = RGBColor(0, 0, 0)
        run, properties = style.element.get_or_add_rPr(), style.element.get_or_add_pPr()
        run.rFonts.set(qn("w:eastAsia"), FONTS[font])
        run.append(element("szCs", val=round(2 * size)))
        if spaced and self.chinese:
            run.append(element("spacing", val=CHARACTER_SPACE))
        if not spaced:
            # The grid of the page is that of its text, and pulls other lines apart.
            properties.append(element("snapToGrid", val=0))
        if indent and self.chinese:
            # Two characters of the paragraph's own size.
            properties.append(element("ind", firstLineChars=200, firstLine=round(40 * size)))
        if wide:
            properties.append(element("ind", left=560, right=560))
        if level:
            style.next_paragraph_style = styles[self.name("paragraph")]
            properties.append(element("outlineLvl", val=level - 1))
            if level < 3:
                number = element("numPr")
                number[:] = [element("ilvl", val=level - 1), element("numId", val=1)]
                properties.append(number)
        arranged(run, RUN)
        arranged(properties, PARAGRAPH)

    def name(self, kind):
        return self.ids[kind][1]

    def id(self, kind):
        return self.ids[kind][0]


class Report:
    """A document that is written from top to bottom."""

    def __init__(self, content):
        self.content = content
        self.language = content["language"]
        self.chinese = self.language == "zh"
        self.document = docx.Document()
        self.part = self.document.part
        self.styles = Styles(self.document, self.language)
        if content.get("accent"):
            for kind in ("title", "chapter", "unit", "section"):
                self.document.styles[self.styles.name(kind)].font.color.rgb = RGBColor.from_string(content["accent"])
        self.body = self.document.element.body
        self.headings = [block for block in content["blocks"] if block["kind"] == "heading"]
        self.bookmarks = self.pictures = 0
        self.last = None
        self.breaks = False
        self.number_headings()
        self.name_fonts()
        self.set_up()
        self.lay_out()

    # The document around its text

    def number_headings(self):
        """Chapters and units are numbered by the word processor, as official documents have it."""
        numbering = self.part.numbering_part.element
        numbering[:] = []
        listing = add(numbering, "abstractNum", abstractNumId=0)
        add(listing, "multiLevelType", val="multilevel")
        forms = [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）")] if self.chinese else [
            ("decimal", "%1."), ("decimal", "%1.%2")]
        for level, (form, text) in enumerate(forms):
            entry = add(listing, "lvl", ilvl=level)
            add(entry, "start", val=1)
            add(entry, "numFmt", val=form)
            add(entry, "pStyle", val=self.styles.id(["chapter", "unit"][level]))
            add(entry, "suff", val="nothing" if self.chinese else "space")
            add(entry, "lvlText", val=text)
            add(entry, "lvlJc", val="left")
            if self.chinese:
                add(add(entry, "pPr"), "ind", left=0, firstLineChars=200, firstLine=640)
            else:
                add(add(entry, "pPr"), "ind", left=0, firstLine=0)
        add(add(numbering, "num", numId=1), "abstractNumId", val=0)

    def name_fonts(self):
        """Tells word processors what to set where a font of the standard is not installed."""
        table = self.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
        fonts = etree.fromstring(table.blob)
        for font in list(fonts):
            if font.get(qn("w:name")) != LATIN:
                fonts.remove(font)
        for name, others in STAND_INS.items():
            font = add(fonts, "font", name=name)
            add(font, "altName", val=others)
            add(font, "charset", val="86")
            add(font, "family", val="modern" if name in ("黑体", "仿宋_GB2312", "楷体_GB2312") else "roman")
            add(font, "pitch", val="variable")
        table._blob = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)

    def set_up(self):
        """Properties and settings; parts of the template that would speak of another document go."""
        for owner, kinds in [(self.part, ("stylesWithEffects", "customXml")), (self.part.package, ("thumbnail",))]:
            for key in [key for key, relation in owner.rels.items() if relation.reltype.endswith(kinds)]:
                del owner.rels[key]
        for relation in self.part.package.rels.values():
            if relation.reltype.endswith("extended-properties"):
                relation.target_part._blob = (
                    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
                    b'openxmlformats.org/officeDocument/2006/extended-properties"/>')
        settings = self.document.settings.element
        for child in list(settings):
            name = etree.QName(child).localname
            if name in ("rsids", "savePreviewPicture", "proofState", "docId", "zoom", "shapeDefaults"):
                settings.remove(child)
            elif name == "themeFontLang":
                child.set(qn("w:val"), "en-GB")
                child.set(qn("w:eastAsia"), "zh-CN")
            elif name == "characterSpacingControl":
                child.set(qn("w:val"), "compressPunctuation")
        for setting in settings.iter(qn("w:compatSetting")):
            if setting.get(qn("w:name")) == "compatibilityMode":
                setting.set(qn("w:val"), "15")
        self.document.settings.odd_and_even_pages_header_footer = True
        properties = self.document.core_properties
        properties.title = property_text(self.content["title"])
        properties.subject = property_text(self.content["subject"])
        properties.keywords = property_text("; ".join(self.content["keywords"]))
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.language = self.content["tag"]
        properties.created = properties.modified = datetime.datetime.fromisoformat(self.content["date"])
        properties.revision = 1

    def lay_out(self):
        """The page, and its number in the form of the standard: outside, between dashes, none on the cover."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(PAGE["width"]), Mm(PAGE["height"])
        section.top_margin, section.bottom_margin = Mm(PAGE["top"]), Mm(PAGE["bottom"])
        section.left_margin, section.right_margin = Mm(PAGE["left"]), Mm(PAGE["right"])
        # The number stands 7 mm below the text.
        words = self.content.get("footer", "")
        lines = 0 if not words else 1 if sum(2 if ord(letter) > 0x10FF else 1 for letter in words) <= 90 else 2
        section.footer_distance = Mm(PAGE["bottom"] - 7 - 5 - 5 * lines)
        section.different_first_page_header_footer = True
        for grid in section._sectPr.findall(qn("w:docGrid")):
            section._sectPr.remove(grid)
        if self.chinese:
            section._sectPr.append(element("docGrid", type="lines", linePitch=round(LINE * 20)))
        sides = [(section.footer, WD_ALIGN_PARAGRAPH.RIGHT), (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)]
        for footer, side in sides:
            footer.is_linked_to_previous = False
            paragraph = footer.paragraphs[0]
            paragraph.style = self.document.styles["Footer"]
            paragraph.alignment = side
            indent = Pt(self.styles.size["folio"])
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = indent
            write_text(add(paragraph._p, "r"), "— ")
            add_field(paragraph._p, "PAGE", "1")
            write_text(add(paragraph._p, "r"), " —")
            if words:
                below = footer.add_paragraph(style=self.document.styles["Footer"])
                below.alignment = WD_ALIGN_PARAGRAPH.CENTER
                run = add(below._p, "r")
                add(add(run, "rPr"), "sz", val=18)
                write_text(run, words)

    # Blocks

    def write(self):
        ending = self.body[-1]
        self.body.remove(ending)
        for block in self.content["blocks"]:
            self.separate(block)
            getattr(self, "write_" + block["kind"])(block)
            self.last = block["kind"], block.get("level")
        self.separate({"kind": "end"})
        self.body.append(ending)

    def separate(self, block):
        """Puts a short line behind a table, without which it would run into the next one.

        Before what begins a page there is none: where the table fills its page, the line would begin an empty one.
        """
        if self.last and self.last[0] in ("table", "keyFigures", "figures") and block.get("level") not in (1, 2):
            self.paragraph("gap")

    def paragraph(self, kind, text=None, parent=None):
        """Adds a paragraph in the style of its kind."""
        made = add(self.body if parent is None else parent, "p")
        properties = add(made, "pPr")
        add(properties, "pStyle", val=self.styles.id(kind))
        if self.breaks and parent is None:
            add(properties, "pageBreakBefore")
            self.breaks = False
        if text is not None:
            write_text(add(made, "r"), text)
        return made

    def write_lead(self, block):
        self.paragraph("lead", block["text"])

    def write_paragraph(self, block):
        self.paragraph("paragraph", block["text"])

    def write_note(self, block):
        self.paragraph("note", block["text"])

    def write_pageBreak(self, block):
        self.breaks = True

    def write_cover(self, block):
        for logo in self.content.get("logo", []):
            self.picture(self.paragraph("picture"), logo)
        self.paragraph("title", block["title"])
        self.paragraph("subtitle", block["subtitle"])
        for line in block["lines"]:
            self.paragraph("cover", line)

    def write_heading(self, block):
        made = self.paragraph(["chapter", "unit", "section"][block["level"] - 1])
        self.breaks = False
        if block["level"] == 2 and self.last == ("heading", 1):
            # The first unit follows the heading of its chapter.
            add(made[0], "pageBreakBefore", val=0)
        self.bookmarks += 1
        add(made, "bookmarkStart", id=self.bookmarks, name="heading%d" % self.bookmarks)
        write_text(add(made, "r"), block["text"])
        add(made, "bookmarkEnd", id=self.bookmarks)

    def write_contents(self, block):
        """A field of contents with its entries; the word processor adds the pages, which are known to it alone."""
        self.paragraph("list", block["title"])
        holder = add(self.body, "sdt")
        gallery = add(add(holder, "sdtPr"), "docPartObj")
        add(gallery, "docPartGallery", val="Table of Contents")
        add(gallery, "docPartUnique")
        inside = add(holder, "sdtContent")
        chapter = unit = 0
        opened = None
        for number, heading in enumerate(self.headings, 1):
            if heading["level"] > 2:
                continue
            chapter, unit = (chapter + 1, 0) if heading["level"] == 1 else (chapter, unit + 1)
            line = self.paragraph("toc%d" % heading["level"], parent=inside)
            if opened is None:
                opened = True
                add_field(line, r'TOC \o "1-2" \h \z \u', shown=None, dirty=True)
            link = add(line, "hyperlink", anchor="heading%d" % number, history=1)
            write_text(add(link, "r"), self.ordinal(heading["level"], chapter, unit) + heading["text"].replace("\n", " "))
            add(add(link, "r"), "tab")
            add_field(link, r"PAGEREF heading%d \h" % number)
        if opened:
            add(add(self.paragraph("gap", parent=inside), "r"), "fldChar", fldCharType="end")

    def ordinal(self, level, chapter, unit):
        """The number of a heading as the word processor writes it."""
        if level == 1:
            return chinese(chapter) + "、" if self.chinese else "%d. " % chapter
        return "（%s）" % chinese(unit) if self.chinese else "%d.%d " % (chapter, unit)

    def write_keyFigures(self, block):
        figures = block["figures"]
        table = self.table([TEXT_WIDTH // len(figures)] * len(figures))
        lines = [("name", None), ("value", self.styles.size["small"] + 2)]
        if any(figure["remark"] for figure in figures):
            lines.append(("remark", None))
        for position, (key, size) in enumerate(lines):
            row = self.row(table)
            for figure in figures:
                paragraph = self.cell(row, table, "cell", fill=None if key != "name" else "EDEFF2")
                add(paragraph[0], "keepNext" if position + 1 < len(lines) else "keepLines")
                add(paragraph[0], "jc", val="center")
                self.letters(paragraph, figure[key], bold=size is not None, size=size)

    def write_table(self, block):
        table = self.table(block["widths"])
        kinds = ["number" if column["isNumber"] else "cell" for column in block["head"]]
        row = self.row(table, repeats=True)
        for kind, column in zip(kinds, block["head"]):
            paragraph = self.cell(row, table, kind, fill="EDEFF2", align="center")
            add(paragraph[0], "keepNext")
            self.letters(paragraph, column["text"], bold=True)
        for line in block["rows"]:
            row = self.row(table)
            fill = "F6F7F9" if line["isHead"] else None
            for kind, cell in zip(kinds, line["cells"]):
                paragraph = self.cell(row, table, kind, fill=fill)
                if line["isHead"]:
                    add(paragraph[0], "keepNext")
                if cell["depth"]:
                    add(paragraph[0], "ind", left=160 * min(cell["depth"], 3))
                if "light" in cell:
                    self.letters(paragraph, "● ", colour=cell["light"])
                self.letters(paragraph, cell["text"], bold=cell["bold"])

    def write_figures(self, block):
        figures = block["figures"]
        whole = sum(figure["width"] for figure in figures)
        table = self.table([TEXT_WIDTH * figure["width"] // whole for figure in figures], style=None)
        row = self.row(table)
        for figure in figures:
            self.letters(self.cell(row, table, "caption"), figure["caption"])
        row = self.row(table)
        for figure in figures:
            self.picture(self.cell(row, table, "picture"), figure)

    def picture(self, paragraph, figure):
        self.pictures += 1
        key, image = self.part.get_or_add_image(io.BytesIO(base64.b64decode(figure["png"])))
        width = Twips(figure["width"])
        height = int(image.px_height * width / image.px_width)
        inline = CT_Inline.new_pic_inline(self.pictures, key, "chart%d.png" % self.pictures, width, height)
        inline.docPr.set("name", "%s %d" % ("图" if self.chinese else "Figure", self.pictures))
        inline.docPr.set("title", figure["caption"])
        inline.docPr.set("descr", figure["summary"])
        add(add(paragraph, "r"), "drawing").append(inline)

    # Parts of tables

    def table(self, widths, style="TableGrid"):
        before = self.body[-1]
        if before.tag == qn("w:p") and before[0][0].get(qn("w:val")) in map(self.styles.id, ("lead", "paragraph")):
            add(before[0], "spacing", after=120)
        made = add(self.body, "tbl")
        properties = add(made, "tblPr")
        if style:
            add(properties, "tblStyle", val=style)
        add(properties, "tblW", w=sum(widths), type="dxa")
        add(properties, "jc", val="center")
        add(properties, "tblLayout", type="fixed")
        if not style:
            margins = add(properties, "tblCellMar")
            add(margins, "left", w=0, type="dxa")
            add(margins, "right", w=0, type="dxa")
        grid = add(made, "tblGrid")
        for width in widths:
            add(grid, "gridCol", w=width)
        self.breaks = False
        self.widths = widths
        return made

    def row(self, table, repeats=False):
        """A row, which stays whole; a head is repeated on every page."""
        made = add(table, "tr")
        properties = add(made, "trPr")
        add(properties, "cantSplit")
        if repeats:
            add(properties, "tblHeader")
        return made

    def cell(self, row, table, kind, fill=None, align=None):
        """The paragraph of a new cell."""
        cell = add(row, "tc")
        properties = add(cell, "tcPr")
        add(properties, "tcW", w=self.widths[len(row) - 2], type="dxa")
        if fill:
            add(properties, "shd", val="clear", color="auto", fill=fill)
        if align:
            add(properties, "vAlign", val=align)
        return self.paragraph(kind, parent=cell)

    def letters(self, paragraph, text, bold=False, size=None, colour=None):
        run = add(paragraph, "r")
        if bold or size or colour:
            properties = add(run, "rPr")
            if bold:
                add(properties, "b")
            if colour:
                add(properties, "color", val=colour)
            if size:
                add(properties, "sz", val=2 * size)
                add(properties, "szCs", val=2 * size)
        write_text(run, text)


def main():
    report = Report(json.load(sys.stdin.buffer))
    report.write()
    packed = io.BytesIO()
    report.document.save(packed)
    # The same report gives the same bytes, whenever it is written.
    dated = io.BytesIO()
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(dated, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            entry = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(item))
    sys.stdout.buffer.write(dated.getvalue())


main()
