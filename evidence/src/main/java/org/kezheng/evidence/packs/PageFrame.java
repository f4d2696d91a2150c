package org.kezheng.evidence.packs;

import java.awt.Color;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// Around each page: a thin frame, the pack's id, and which page of how many it is.
final class PageFrame extends PdfPageEventHelper {
    private static final Color LINE = new Color(0xa6, 0x1b, 0x1b);
    private static final Color SOFT = new Color(0x5b, 0x67, 0x70);
    private static final float EDGE = 30;
    private static final float SIZE = 8;

    private final BaseFont face;
    private final String id;
    private @Nullable PdfTemplate total;

    PageFrame(BaseFont face, String id) {
        this.face = face;
        this.id = id;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(60, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        Rectangle page = document.getPageSize();
        canvas.saveState();
        canvas.setColorStroke(LINE);
        canvas.setLineWidth(0.6f);
        canvas.rectangle(EDGE, EDGE, page.getWidth() - 2 * EDGE, page.getHeight() - 2 * EDGE);
        canvas.stroke();
        canvas.restoreState();
        Font font = new Font(face, SIZE, Font.NORMAL, SOFT);
        float y = EDGE + 12;
        ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, new Phrase("可证 Kezheng · " + id, font), EDGE + 12, y, 0);
        String number = "第 " + writer.getPageNumber() + " 页 · page " + writer.getPageNumber() + " / ";
        float x = page.getWidth() - EDGE - 12 - face.getWidthPoint(number + "00", SIZE);
        ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, new Phrase(number, font), x, y, 0);
        if (total != null) {
            canvas.addTemplate(total, x + face.getWidthPoint(number, SIZE), y);
        }
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        if (total != null) {
            Font font = new Font(face, SIZE, Font.NORMAL, SOFT);
            String pages = Integer.toString(writer.getPageNumber() - 1);
            ColumnText.showTextAligned(total, Element.ALIGN_LEFT, new Phrase(pages, font), 0, 0, 0);
        }
    }
}
