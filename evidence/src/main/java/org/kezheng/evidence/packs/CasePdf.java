package org.kezheng.evidence.packs;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// Sets a [CasePaper] as PDF, A4, its text searchable in both languages.
public final class CasePdf {
    private static final Color INK = new Color(0x1f, 0x29, 0x33);
    private static final Color SOFT = new Color(0x5b, 0x67, 0x70);
    private static final Color SEAL = new Color(0xa6, 0x1b, 0x1b);
    private static final Color RULE = new Color(0xd5, 0xda, 0xdf);
    private static final float MARGIN = 56;

    private final BaseFont face;

    private CasePdf(BaseFont face) {
        this.face = face;
    }

    /// Sets in this font.
    ///
    /// @param font a TrueType collection or font with Chinese and Latin letters
    /// @throws IOException when it cannot be read
    public static CasePdf with(Path font) throws IOException {
        String name = font.toString() + (font.toString().endsWith(".ttc") ? ",0" : "");
        return new CasePdf(BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED));
    }

    /// The document's bytes.
    public byte[] set(CasePaper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 20);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new PageFrame(face, paper.id()));
        document.addTitle("单个案例证据 · Proof of a single case");
        document.addCreator("Kezheng 可证");
        document.open();
        document.add(title());
        document.add(seal(paper));
        for (CasePaper.Section section : paper.sections()) {
            add(document, section);
        }
        document.close();
        return out.toByteArray();
    }

    private Paragraph title() {
        Paragraph title = new Paragraph(26, "单个案例证据", font(20, INK));
        title.add(new Phrase("\nProof of a single case", font(11, SOFT)));
        title.setSpacingAfter(14);
        return title;
    }

    /// The block that looks like what it is: whose seal, when, and what it does not mean.
    private PdfPTable seal(CasePaper paper) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.BOX);
        cell.setBorderColor(SEAL);
        cell.setBorderWidth(1.2f);
        cell.setPadding(10);
        cell.addElement(new Paragraph(15, "封存 · Sealed", font(11, SEAL)));
        cell.addElement(new Paragraph(14, "证据包 Pack " + paper.id(), font(9, INK)));
        cell.addElement(new Paragraph(14, "生成时间 Made " + paper.made(), font(9, INK)));
        cell.addElement(new Paragraph(14, "签名密钥 Signing key " + paper.key(), font(9, INK)));
        cell.addElement(new Paragraph(
                14,
                "本页只是所附数据的可读形式，单独不构成证明：请用 verify.jar 与从可靠途径取得的公钥核验整个证据包。" + "签名使用 Ed25519，散列使用 SHA-256；本平台未经任何认证。",
                font(9, SOFT)));
        cell.addElement(new Paragraph(
                12,
                "This paper only makes the enclosed data readable and proves nothing by itself: check the whole pack with "
                        + "verify.jar and a public key had by a way you trust. Signed with Ed25519 over SHA-256; "
                        + "nothing here is certified.",
                font(8, SOFT)));
        table.addCell(cell);
        table.setSpacingAfter(10);
        return table;
    }

    private void add(Document document, CasePaper.Section section) {
        Paragraph heading = new Paragraph(18, section.heading().zh() + "  ", font(13, INK));
        heading.add(new Phrase(section.heading().en(), font(9, SOFT)));
        heading.setSpacingBefore(10);
        heading.setSpacingAfter(4);
        heading.setKeepTogether(true);
        document.add(heading);
        for (CasePaper.Words sentence : section.sentences()) {
            document.add(new Paragraph(15, sentence.zh(), font(10, INK)));
            document.add(new Paragraph(13, sentence.en(), font(8.5f, SOFT)));
        }
        if (!section.rows().isEmpty()) {
            document.add(rows(section));
        }
    }

    private PdfPTable rows(CasePaper.Section section) {
        PdfPTable table = new PdfPTable(new float[] {34, 66});
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        for (CasePaper.Row row : section.rows()) {
            Phrase label = new Phrase(12, row.label().zh() + " ", font(9.5f, INK));
            label.add(new Phrase(row.label().en(), font(8, SOFT)));
            table.addCell(cell(label));
            table.addCell(cell(new Phrase(12, row.value(), font(row.value().length() > 60 ? 7.5f : 9.5f, INK))));
        }
        return table;
    }

    private static PdfPCell cell(Phrase content) {
        PdfPCell cell = new PdfPCell(content);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setPaddingTop(4);
        cell.setPaddingBottom(5);
        return cell;
    }

    private Font font(float size, Color colour) {
        return new Font(face, size, Font.NORMAL, colour);
    }
}
