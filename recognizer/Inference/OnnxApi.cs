using System.Runtime.InteropServices;

namespace Shouwang.Recognizer.Inference;

/// <summary>Places of the calls used in ONNX Runtime's table of functions (struct OrtApi); the table only ever grows at its end.</summary>
enum OnnxSlot
{
    GetErrorMessage = 2,
    CreateEnv = 3,
    CreateSession = 7,
    Run = 9,
    CreateSessionOptions = 10,
    DisableMemPattern = 17,
    DisableCpuMemArena = 19,
    SetSessionGraphOptimizationLevel = 23,
    SetIntraOpNumThreads = 24,
    CreateTensorWithDataAsOrtValue = 49,
    GetTensorMutableData = 51,
    GetDimensionsCount = 61,
    GetDimensions = 62,
    GetTensorTypeAndShape = 65,
    CreateCpuMemoryInfo = 69,
    ReleaseStatus = 93,
    ReleaseSession = 95,
    ReleaseValue = 96,
    ReleaseTensorTypeAndShapeInfo = 99,
    ReleaseSessionOptions = 100,
}

/// <summary>ONNX Runtime's C interface, bound by function pointers to the shared library that the npm package onnxruntime-node carries.</summary>
sealed unsafe class OnnxApi
{
    const uint ApiVersion = 14;
    const int ErrorsOnly = 3;

    readonly void** _table;

    OnnxApi(void** table, string version)
    {
        _table = table;
        Version = version;
        void* made;
        fixed (byte* name = "shouwang\0"u8)
            Check(((delegate* unmanaged<int, byte*, void**, void*>)this[OnnxSlot.CreateEnv])(ErrorsOnly, name, &made));
        Environment = made;
        Check(((delegate* unmanaged<int, int, void**, void*>)this[OnnxSlot.CreateCpuMemoryInfo])(1, 0, &made));
        CpuMemory = made;
    }

    /// <summary>The library's own version, "1.17.0".</summary>
    public string Version { get; }

    public void* Environment { get; }

    public void* CpuMemory { get; }

    public void* this[OnnxSlot slot] => _table[(int)slot];

    /// <exception cref="InvalidOperationException">The library is no ONNX Runtime, or an older one than 1.14.</exception>
    public static OnnxApi Load(string path)
    {
        var library = NativeLibrary.Load(path);
        var entry = (ApiBase*)((delegate* unmanaged<void*>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        var version = Marshal.PtrToStringUTF8((nint)entry->GetVersionString()) ?? "?";
        var table = entry->GetApi(ApiVersion);
        return table != null ? new OnnxApi(table, version) : throw new InvalidOperationException($"{path} is ONNX Runtime {version}; 1.14 or newer is needed.");
    }

    public void Check(void* status)
    {
        if (status == null)
            return;
        var message = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<void*, byte*>)this[OnnxSlot.GetErrorMessage])(status));
        Release(OnnxSlot.ReleaseStatus, status);
        throw new InvalidOperationException("ONNX Runtime: " + message);
    }

    public void Release(OnnxSlot release, void* thing)
    {
        if (thing != null)
            ((delegate* unmanaged<void*, void>)this[release])(thing);
    }

    [StructLayout(LayoutKind.Sequential)]
    readonly struct ApiBase
    {
        public readonly delegate* unmanaged<uint, void**> GetApi;
        public readonly delegate* unmanaged<byte*> GetVersionString;
    }
}
