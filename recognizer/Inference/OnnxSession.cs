using System.Text;

namespace Shouwang.Recognizer.Inference;

/// <summary>Takes what it needs from a model's answer; the values are gone when it returns.</summary>
delegate T ReadAnswer<out T>(ReadOnlySpan<float> values, ReadOnlySpan<long> shape);

/// <summary>One loaded model with one input and one output of floats. Runs may overlap.</summary>
sealed unsafe class OnnxSession : IDisposable
{
    const int AllOptimisations = 99;
    const int FloatElements = 1;

    readonly OnnxApi _api;
    readonly byte[] _input;
    readonly byte[] _output;
    void* _session;

    public OnnxSession(OnnxApi api, string modelPath, string input, string output, int threads, bool keepMemory)
    {
        _api = api;
        _input = Encoding.UTF8.GetBytes(input + "\0");
        _output = Encoding.UTF8.GetBytes(output + "\0");
        void* options;
        api.Check(((delegate* unmanaged<void**, void*>)api[OnnxSlot.CreateSessionOptions])(&options));
        try
        {
            api.Check(((delegate* unmanaged<void*, int, void*>)api[OnnxSlot.SetIntraOpNumThreads])(options, threads));
            api.Check(((delegate* unmanaged<void*, int, void*>)api[OnnxSlot.SetSessionGraphOptimizationLevel])(options, AllOptimisations));
            api.Check(((delegate* unmanaged<void*, void*>)api[OnnxSlot.DisableMemPattern])(options));
            if (!keepMemory)
                api.Check(((delegate* unmanaged<void*, void*>)api[OnnxSlot.DisableCpuMemArena])(options));
            void* session;
            fixed (byte* path = Encoding.UTF8.GetBytes(modelPath + "\0"))
                api.Check(((delegate* unmanaged<void*, byte*, void*, void**, void*>)api[OnnxSlot.CreateSession])(api.Environment, path, options, &session));
            _session = session;
        }
        finally
        {
            api.Release(OnnxSlot.ReleaseSessionOptions, options);
        }
    }

    /// <summary>Runs the model on one tensor; <paramref name="data"/> may be longer than the shape asks for.</summary>
    public T Run<T>(ReadOnlySpan<float> data, ReadOnlySpan<long> shape, ReadAnswer<T> read)
    {
        ObjectDisposedException.ThrowIf(_session == null, this);
        long length = 1;
        foreach (var side in shape)
            length *= side;
        if (data.Length < length)
            throw new ArgumentException($"The shape asks for {length} values and {data.Length} are given.", nameof(data));

        void* tensor = null;
        void* answer = null;
        void* info = null;
        fixed (float* values = data)
        fixed (long* sides = shape)
        fixed (byte* input = _input, output = _output)
        {
            try
            {
                _api.Check(((delegate* unmanaged<void*, void*, nuint, long*, nuint, int, void**, void*>)_api[OnnxSlot.CreateTensorWithDataAsOrtValue])(
                    _api.CpuMemory, values, (nuint)length * sizeof(float), sides, (nuint)shape.Length, FloatElements, &tensor));
                byte* inputName = input;
                byte* outputName = output;
                _api.Check(((delegate* unmanaged<void*, void*, byte**, void**, nuint, byte**, nuint, void**, void*>)_api[OnnxSlot.Run])(
                    _session, null, &inputName, &tensor, 1, &outputName, 1, &answer));
                _api.Check(((delegate* unmanaged<void*, void**, void*>)_api[OnnxSlot.GetTensorTypeAndShape])(answer, &info));
                return Read(answer, info, read);
            }
            finally
            {
                _api.Release(OnnxSlot.ReleaseTensorTypeAndShapeInfo, info);
                _api.Release(OnnxSlot.ReleaseValue, answer);
                _api.Release(OnnxSlot.ReleaseValue, tensor);
            }
        }
    }

    public void Dispose()
    {
        _api.Release(OnnxSlot.ReleaseSession, _session);
        _session = null;
    }

    T Read<T>(void* answer, void* info, ReadAnswer<T> read)
    {
        nuint count;
        _api.Check(((delegate* unmanaged<void*, nuint*, void*>)_api[OnnxSlot.GetDimensionsCount])(info, &count));
        var shape = new long[(int)count];
        fixed (long* sides = shape)
            _api.Check(((delegate* unmanaged<void*, long*, nuint, void*>)_api[OnnxSlot.GetDimensions])(info, sides, count));
        long length = 1;
        foreach (var side in shape)
            length *= side;
        void* values;
        _api.Check(((delegate* unmanaged<void*, void**, void*>)_api[OnnxSlot.GetTensorMutableData])(answer, &values));
        return read(new ReadOnlySpan<float>(values, checked((int)length)), shape);
    }
}
