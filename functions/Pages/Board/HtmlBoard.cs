using System.Text;
using Shouwang.Functions.Board;

namespace Shouwang.Functions.Pages.Board;

/// <summary>The board as a file that stands alone (公示网页存档): published beside board.json, signed, printable.</summary>
internal sealed class HtmlBoard(WebFiles files) : IBoardRenderer
{
    public string File => "board.html";

    public string MediaType => "text/html; charset=utf-8";

    public byte[] Render(BoardDocument board)
    {
        // The file says how things stood after the last entry, whenever it is drawn.
        var at = board.View.Entries == 0 ? new DateTime(2000, 1, 1) : ChinaTime.Of(board.View.Figures.At);
        var year = BoardSheets.Years(board.View.Figures, DateOnly.FromDateTime(at))[0];
        return Encoding.UTF8.GetBytes(BoardHtml.Write(BoardSheets.Of(board, year, at), PageFrame.Alone(files)));
    }
}
