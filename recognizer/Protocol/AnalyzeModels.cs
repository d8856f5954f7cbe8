namespace Shouwang.Recognizer.Protocol;

/// <summary>What a poll answers.</summary>
sealed record AnalyzeOperationBody(string Status, DateTimeOffset CreatedDateTime, DateTimeOffset LastUpdatedDateTime, AnalyzeResult? AnalyzeResult, ServiceError? Error);

/// <summary>The result of an analysis in the protocol's own shape. Places are pixels of the picture as sent, turned as its EXIF block tells.</summary>
sealed record AnalyzeResult(
    string ApiVersion,
    string ModelId,
    string StringIndexType,
    string? ContentFormat,
    string Content,
    IReadOnlyList<DocumentPage> Pages,
    IReadOnlyList<DocumentTable>? Tables,
    IReadOnlyList<DocumentParagraph> Paragraphs,
    IReadOnlyList<DocumentStyle> Styles);

/// <summary>One page. The angle tells how far its text lies turned clockwise, above −180 to 180 degrees.</summary>
sealed record DocumentPage(
    int PageNumber,
    double Angle,
    int Width,
    int Height,
    string Unit,
    IReadOnlyList<DocumentWord> Words,
    IReadOnlyList<DocumentLine> Lines,
    IReadOnlyList<DocumentSpan> Spans);

sealed record DocumentWord(string Content, IReadOnlyList<double> Polygon, double Confidence, DocumentSpan Span);

sealed record DocumentLine(string Content, IReadOnlyList<double> Polygon, IReadOnlyList<DocumentSpan> Spans);

sealed record DocumentSpan(int Offset, int Length);

sealed record DocumentTable(int RowCount, int ColumnCount, IReadOnlyList<DocumentTableCell> Cells, IReadOnlyList<BoundingRegion> BoundingRegions, IReadOnlyList<DocumentSpan> Spans);

sealed record DocumentTableCell(int RowIndex, int ColumnIndex, string Content, IReadOnlyList<BoundingRegion> BoundingRegions, IReadOnlyList<DocumentSpan> Spans);

sealed record BoundingRegion(int PageNumber, IReadOnlyList<double> Polygon);

/// <summary>Always empty here; clients expect the list.</summary>
sealed record DocumentParagraph(string Content);

/// <summary>Always empty here; clients expect the list.</summary>
sealed record DocumentStyle(double Confidence);
