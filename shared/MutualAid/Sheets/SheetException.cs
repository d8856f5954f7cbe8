namespace Shouwang.Shared.MutualAid.Sheets;

/// <summary>A table that cannot be read at all (表格读不出来). The message says in Chinese what to do.</summary>
/// <param name="code">Stable, for programs.</param>
public sealed class SheetException(string code, string message) : FormatException(message)
{
    public string Code { get; } = code;

    public static SheetException TooLong() => new("file-too-long", $"表格超过 {Sheet.MostRows} 行。请分成几个文件上传。");
}
