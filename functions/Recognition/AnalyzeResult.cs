using System.Text.Json.Serialization;

namespace Shouwang.Functions.Recognition;

/// <summary>What the form recogniser saw (识别结果), as far as we use it. Lists may be missing on the wire.</summary>
sealed record AnalyzeResult(string? ApiVersion, string? ModelId, string? Content, IReadOnlyList<DocumentPage>? Pages, IReadOnlyList<DocumentTable>? Tables);

/// <summary>One page. The angle tells how far its text lies turned clockwise, −180 to 180 degrees.</summary>
/// <param name="Unit">pixel for pictures, inch for PDF.</param>
/// <param name="Quality">How good the picture is; only our own recogniser says so.</param>
sealed record DocumentPage(
    int PageNumber,
    float? Angle,
    float? Width,
    float? Height,
    string? Unit,
    IReadOnlyList<DocumentWord>? Words,
    IReadOnlyList<DocumentLine>? Lines,
    [property: JsonPropertyName("x-quality")] DocumentPageQuality? Quality);

/// <summary>How good a picture is for reading (图像质量), each 0 to 1.</summary>
/// <param name="Brightness">Of the paper.</param>
/// <param name="Sharpness">Of the edges of letters; low where the picture is blurred.</param>
/// <param name="TextCoverage">Share of the picture covered by text; near 0 on a blank wall.</param>
/// <param name="CutOff">Share of lines that touch the picture's edge.</param>
sealed record DocumentPageQuality(float Brightness, float Sharpness, float TextCoverage, float CutOff);

/// <summary>One word; in Chinese every character is one.</summary>
sealed record DocumentWord(string? Content, IReadOnlyList<float>? Polygon, float Confidence, DocumentSpan? Span);

sealed record DocumentLine(string? Content, IReadOnlyList<float>? Polygon, IReadOnlyList<DocumentSpan>? Spans);

/// <summary>A stretch of the content, in UTF-16 units.</summary>
sealed record DocumentSpan(int Offset, int Length);

sealed record DocumentTable(int RowCount, int ColumnCount, IReadOnlyList<DocumentTableCell>? Cells);

sealed record DocumentTableCell(int RowIndex, int ColumnIndex, string? Content, IReadOnlyList<BoundingRegion>? BoundingRegions);

sealed record BoundingRegion(int PageNumber, IReadOnlyList<float>? Polygon);
