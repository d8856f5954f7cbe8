namespace Shouwang.Functions.Recognition;

/// <summary>What the form recogniser saw (识别结果), as far as we use it. Lists may be missing on the wire.</summary>
sealed record AnalyzeResult(string? ApiVersion, string? ModelId, string? Content, IReadOnlyList<DocumentPage>? Pages, IReadOnlyList<DocumentTable>? Tables);

/// <summary>One page. The angle tells how far its text lies turned clockwise, −180 to 180 degrees.</summary>
/// <param name="Unit">pixel for pictures, inch for PDF.</param>
sealed record DocumentPage(
    int PageNumber,
    float? Angle,
    float? Width,
    float? Height,
    string? Unit,
    IReadOnlyList<DocumentWord>? Words,
    IReadOnlyList<DocumentLine>? Lines);

/// <summary>One word; in Chinese every character is one.</summary>
sealed record DocumentWord(string? Content, IReadOnlyList<float>? Polygon, float Confidence, DocumentSpan? Span);

sealed record DocumentLine(string? Content, IReadOnlyList<float>? Polygon, IReadOnlyList<DocumentSpan>? Spans);

/// <summary>A stretch of the content, in UTF-16 units.</summary>
sealed record DocumentSpan(int Offset, int Length);

sealed record DocumentTable(int RowCount, int ColumnCount, IReadOnlyList<DocumentTableCell>? Cells);

sealed record DocumentTableCell(int RowIndex, int ColumnIndex, string? Content, IReadOnlyList<BoundingRegion>? BoundingRegions);

sealed record BoundingRegion(int PageNumber, IReadOnlyList<float>? Polygon);
